import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { carryToSlot, UnknownWords } from './journey.ts'
import { openDemo } from './open-demo.ts'
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

/** One bulletin's journey in a folder and on ports of its own. Gives the exit code: 0 only when every loudspeaker proved it. */
export async function once(parts: OnceParts): Promise<number> {
  const { args, tell, startedAt } = parts
  const folder = await mkdtemp(join(tmpdir(), 'nguon-once-'))
  const { language, environment } = parts
  const demo = await openDemo({ dataFolder: folder, port: 0, paced: args.paced, language, environment })
  const print = (result: Record<string, unknown>) => {
    const elapsedSeconds = Math.round((performance.now() - startedAt) / 100) / 10
    if (args.json) process.stdout.write(`${JSON.stringify({ ...result, elapsedSeconds })}\n`)
  }
  try {
    const { platform, crew, communeId, speakers } = demo
    const { zone } = platform.config
    const now = () => platform.clock.now()
    const journey = await carryToSlot(parts.file, {
      crew,
      communeId,
      zone,
      now,
      tell,
      acceptUnknown: args.acceptUnknown,
    })
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
  } finally {
    await demo.close()
    await rm(folder, { recursive: true, force: true })
  }
}
