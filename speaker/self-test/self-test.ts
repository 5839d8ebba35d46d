import { createHash } from 'node:crypto'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import { isSelfTestDue, type PlayerState } from '@nguon/domain/player'
import type { Clock } from '../clock/clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import type { Say } from '../say.ts'
import type { Sink, SinkOutput } from '../sound/sink.ts'
import type { SelfTestLog } from './self-test-log.ts'
import { quietTone, toneRate } from './tone.ts'

export interface SelfTester {
  /** Sounds the tone when it is time for one and nothing speaks against it. */
  consider(): void
  /** Silence at once: something that matters is to sound. What was broken off does not count as a test. */
  stop(): void
}

export interface SelfTestNeeds {
  readonly clock: Clock
  readonly time: TrustedTime
  readonly sink: Sink
  readonly log: SelfTestLog
  readonly share: number
  readonly state: () => PlayerState
  readonly say: Say
  readonly written: () => void
}

/** The shell around `isSelfTestDue`: it plays, and writes down whether the play-out took it. */
export function openSelfTest({ clock, time, sink, log, share, state, say, written }: SelfTestNeeds): SelfTester {
  let abort: AbortController | null = null

  async function sound(at: Instant, { signal }: AbortController): Promise<string | null> {
    const tone = quietTone()
    const mediaSha256 = createHash('sha256').update(new Uint8Array(tone.buffer)).digest('hex') as Sha256
    let output: SinkOutput | null = null
    try {
      output = await clock.during(sink.open(toneRate, { itemId: 'self-test', plannedAt: at, mediaSha256 }))
      const opened = output
      if (signal.aborted) return await clock.during(opened.stop(null)).then(() => null)
      signal.addEventListener('abort', () => void opened.stop(at).catch(() => {}), { once: true })
      await clock.during(opened.write(tone))
      if (!signal.aborted) await clock.during(opened.end(at))
      return null
    } catch {
      return 'output'
    }
  }

  async function test(at: Instant, current: AbortController): Promise<void> {
    const reason = await sound(at, current)
    abort = null
    if (current.signal.aborted) return say('self-test', { result: 'broken-off' })
    // No sensor listens at this loudspeaker: that the play-out took the sound is all there is to tell.
    const { seq, result } = log.append({
      at,
      result: reason === null ? 'completed' : 'failed',
      reason,
      heard: null,
      heardLevel: null,
    })
    say('self-test', { seq, result })
    written()
  }

  return {
    consider() {
      const now = time.now()
      if (abort || now === null) return
      if (!isSelfTestDue(state(), now, { share, lastTestAt: log.lastTestAt() })) return
      abort = new AbortController()
      void test(now, abort)
    },
    stop: () => abort?.abort(),
  }
}
