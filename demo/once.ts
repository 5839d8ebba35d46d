import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stopOnSignal } from '@nguon/server'
import { carryToSlot, UnknownWords } from './journey.ts'
import { type Demo, openDemo } from './open-demo.ts'
import { playAndProve } from './play-and-prove.ts'
import { lineupOf } from './prove-sound.ts'
import type { DemoArguments } from './read-arguments.ts'
import { type BulletinFile } from './read-text-file.ts'
import type { Tell } from './tell.ts'

export interface OnceParts {
  readonly file: BulletinFile
  readonly args: DemoArguments
  readonly language: 'vi' | 'en'
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly tell: Tell
  readonly startedAt: number
}

/**
 * One bulletin's journey on ports of its own, in a folder that is removed at the end unless one was named. Gives the
 * exit code: 0 only when every loudspeaker proved it.
 */
export async function once(parts: OnceParts): Promise<number> {
  const { args, language, environment, startedAt } = parts
  const kept = args.dataFolder === null ? null : resolve(environment['INIT_CWD'] ?? '.', args.dataFolder)
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'nguon-once-')))
  const remove = async () => {
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
  const print = (result: Record<string, unknown>) => {
    const elapsedSeconds = Math.round((performance.now() - startedAt) / 100) / 10
    if (args.json) process.stdout.write(`${JSON.stringify({ ...result, elapsedSeconds })}\n`)
  }
  const opening = openDemo({ dataFolder: folder, port: 0, paced: args.paced, language, environment })
  let stopped = false
  stopOnSignal(async () => {
    stopped = true
    await opening.then(
      demo => demo.close(),
      () => undefined,
    )
    await remove()
  }, 1)
  try {
    const demo = await opening
    try {
      return await carry(demo, parts, print)
    } finally {
      await demo.close()
    }
  } catch (error) {
    // Whoever stopped it ends the process; what breaks on the way there is no news.
    if (stopped) return await new Promise<never>(() => undefined)
    throw error
  } finally {
    await remove()
  }
}

async function carry(
  demo: Demo,
  { file, args, tell }: OnceParts,
  print: (result: Record<string, unknown>) => void,
): Promise<number> {
  const { platform, crew, communeId, speakers } = demo
  const { zone } = platform.config
  const now = () => platform.clock.now()
  try {
    const journey = await carryToSlot(file, { crew, communeId, zone, now, tell, acceptUnknown: args.acceptUnknown })
    const proofs = await playAndProve(demo, journey, { paced: args.paced, tell })
    const ok = proofs.every(proof => proof.proven)
    const { bulletin, reading, flagged, audio } = journey
    const lineup = speakers.map(lineupOf).find(found => found !== null) ?? null
    tell(
      ok
        ? {
            vi: 'Xong: mọi cụm loa đã phát đúng âm thanh đã duyệt.',
            en: 'Done: every loudspeaker played what was approved.',
          }
        : { vi: 'Chưa đạt: xem cụm loa nêu trên.', en: 'Not proven: see the loudspeakers named above.' },
    )
    print({ ok, bulletin, reading, flagged, lineup, audio, speakers: proofs })
    return ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof UnknownWords)) throw error
    const words = [...new Set(error.tokens.map(token => token.source))]
    tell({
      vi: `Chưa biết đọc: ${words.join(', ')}. Hãy ghi cách đọc, hoặc thêm --accept-unknown để đánh vần từng chữ.`,
      en: `Not known how to read: ${words.join(', ')}. Say how, or add --accept-unknown to have them spelled.`,
    })
    print({ ok: false, flagged: error.tokens })
    return 3
  }
}
