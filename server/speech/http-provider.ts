import { Refusal } from '@nguon/contract/platform'
import type { Pcm } from '@nguon/domain/sound'
import { decodeSound } from '@nguon/server/sound'
import { z } from 'zod'
import { engineUnavailable, renderFailed, requireVoice, type Voice, type VoiceEngine } from './voice-engine.ts'

const id = 'http'
const largestAnswer = 32 * 2 ** 20
const largestVoiceList = 2 ** 18

const voiceList = z
  .array(
    z.object({
      id: z.string().min(1).max(200),
      name: z.string().min(1).max(200),
      region: z.enum(['north', 'central', 'south']).nullable().default(null),
    }),
  )
  .min(1)
  .max(500)

export interface HttpProvider {
  readonly url: string
  /** Sent as bearer token. */
  readonly token: string | null
  /** The server's guarded `fetch`, which decides what addresses may be reached. */
  readonly fetch: typeof fetch
  readonly timeLimitMs?: number
}

/**
 * A voice behind HTTP: a domestic platform, through a small adapter of its customer. `GET url` answers the voices as
 * JSON `[{id, name, region}]`; `POST url` with JSON `{text, voice, speed}` answers the sound of that text in any format
 * we decode. Redirects are not followed, so the token reaches no one else.
 */
export function httpProvider({ url, token, fetch, timeLimitMs = 30_000 }: HttpProvider): VoiceEngine {
  const ask = (init: RequestInit, signal?: AbortSignal) =>
    fetch(url, {
      ...init,
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.any([AbortSignal.timeout(timeLimitMs), ...(signal ? [signal] : [])]),
    })

  let known: Promise<readonly Voice[]> | undefined
  const listVoices = async (): Promise<readonly Voice[]> => {
    try {
      const response = await ask({ method: 'GET' })
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      return voiceList.parse(JSON.parse(new TextDecoder().decode(await readBody(response, largestVoiceList))))
    } catch (error) {
      known = undefined
      const detail = error instanceof z.ZodError ? 'no list of voices' : error instanceof Error ? error.message : ''
      throw engineUnavailable(id, detail.slice(0, 200))
    }
  }
  const voices = () => (known ??= listVoices())

  return {
    id,
    name: 'Nhà cung cấp giọng đọc qua mạng',
    concurrency: 2,
    startsSlowly: false,
    voices,
    async synthesise(text, { voice, speed, signal }) {
      requireVoice(id, await voices(), voice)
      const body = JSON.stringify({ text, voice, speed })
      try {
        const response = await ask({ method: 'POST', body }, signal)
        if (!response.ok) throw renderFailed(id, text, 'refused', `HTTP ${response.status}`)
        return await decode(await readBody(response, largestAnswer), text)
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof Refusal) throw error
        const late = error instanceof Error && error.name === 'TimeoutError'
        throw renderFailed(id, text, late ? 'timed-out' : 'crashed', error)
      }
    },
    close: () => Promise.resolve(),
  }
}

async function decode(bytes: Uint8Array, text: string): Promise<Pcm> {
  try {
    return await decodeSound(bytes)
  } catch (error) {
    throw renderFailed(id, text, 'unreadable', error)
  }
}

/** The whole body, or an error as soon as it grows over the limit, whatever its headers promised. */
async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) throw new Error(`the answer is larger than ${limit} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
