import { Refusal } from '@nguon/contract/platform'
import type { Pcm } from '@nguon/domain/sound'
import { decodeSound } from '@nguon/server/sound'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { addressIn, fillRequest, houseFormat, readProviderFormat, voiceList } from './provider-format.ts'
import { engineUnavailable, renderFailed, requireVoice, type Voice, type VoiceEngine } from './voice-engine.ts'

const id = 'http'
const largestAnswer = 32 * 2 ** 20
const largestVoiceList = 2 ** 18

export interface HttpProvider {
  readonly url: string
  /** Sent as bearer token, or where the format wants it. */
  readonly token: string | null
  /** The server's guarded `fetch`, which decides what addresses may be reached. */
  readonly fetch: typeof fetch
  readonly timeLimitMs?: number
  /** File that says how the provider wants to be asked; null: the house's own way. */
  readonly formatFile?: string | null
}

/** How long to wait before asking again for a sound that is still being made. */
const notYetMs = 500

/**
 * A voice behind HTTP: a domestic platform, by a file that describes its requests, or through a small adapter of its
 * customer. Without a file `GET url` answers the voices as JSON `[{id, name, region}]`; `POST url` with JSON
 * `{text, voice, speed}` answers the sound of that text in any format we decode. Redirects are not followed, so the
 * token reaches no one else.
 */
export function httpProvider({
  url,
  token,
  fetch,
  timeLimitMs = 30_000,
  formatFile = null,
}: HttpProvider): VoiceEngine {
  const format = () => {
    try {
      return formatFile === null ? houseFormat : readProviderFormat(formatFile)
    } catch (error) {
      throw engineUnavailable(id, error instanceof Error ? error.message.slice(0, 200) : '')
    }
  }
  const ask = (address: string, init: RequestInit, signal: AbortSignal) =>
    fetch(address, { ...init, redirect: 'error', signal })

  let known: Promise<readonly Voice[]> | undefined
  const listVoices = async (): Promise<readonly Voice[]> => {
    try {
      const headers = new Headers(token === null ? [] : [['authorization', `Bearer ${token}`]])
      const response = await ask(url, { headers }, AbortSignal.timeout(timeLimitMs))
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      return voiceList.parse(JSON.parse(new TextDecoder().decode(await readBody(response, largestVoiceList))))
    } catch (error) {
      known = undefined
      const detail = error instanceof z.ZodError ? 'no list of voices' : error instanceof Error ? error.message : ''
      throw engineUnavailable(id, detail.slice(0, 200))
    }
  }
  const voices = async (): Promise<readonly Voice[]> => format().voices ?? (await (known ??= listVoices()))

  /** The sound at an address outside: asked for again until it is there. The token is not sent there. */
  const soundAt = async (address: string, signal: AbortSignal): Promise<Uint8Array> => {
    for (;;) {
      const response = await ask(address, {}, signal)
      if (response.ok) return readBody(response, largestAnswer)
      await response.body?.cancel()
      await pause(notYetMs, undefined, { signal })
    }
  }

  return {
    id,
    name: 'Nhà cung cấp giọng đọc qua mạng',
    concurrency: 2,
    keepAwake: () => true,
    voices,
    async synthesise(text, { voice, speed, signal }) {
      requireVoice(id, await voices(), voice)
      const timeout = AbortSignal.timeout(timeLimitMs)
      const ended = signal ? AbortSignal.any([timeout, signal]) : timeout
      const wanted = format()
      const { answer } = wanted
      try {
        const request = fillRequest(wanted, { text, voice, speed, token })
        const response = await ask(url, { method: 'POST', ...request }, ended)
        if (!response.ok) throw renderFailed(id, text, 'refused', `HTTP ${response.status}`)
        const bytes = await readBody(response, largestAnswer)
        return await decode(
          answer.kind === 'sound' ? bytes : await soundAt(addressIn(bytes, answer.field), ended),
          text,
        )
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof Refusal) throw error
        const late = timeout.aborted || (error instanceof Error && error.name === 'TimeoutError')
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
