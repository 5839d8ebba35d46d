import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { PlayerEffect } from '@nguon/domain/player'
import type { Clock } from '../clock/clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import { decodePcm } from './decode-pcm.ts'
import type { Sink, SinkOutput } from './sink.ts'

export type PlayOrder = Extract<PlayerEffect, { kind: 'play' }>

/** How a performance ended; `fault` is a word of the airing. */
export interface Performed {
  readonly playedSeconds: number
  readonly fault: 'hash' | 'decode' | 'output' | null
}

export interface Performance {
  /** Sounded so far. */
  playedSeconds(): number
  stop(): void
  readonly ended: Promise<Performed>
}

/** A real loudspeaker is fed at most this far ahead, so that a stop and a change of volume are heard at once. */
const aheadSeconds = 0.3
const sliceSeconds = 0.1

/**
 * Checks the stored file by its hash, makes everything ready, waits for the instant, and sounds. Never rejects: every
 * failure is an ending.
 */
export function perform(
  order: PlayOrder,
  path: string,
  needs: { readonly clock: Clock; readonly time: TrustedTime; readonly sink: Sink },
  started: (at: Instant) => void,
): Performance {
  const { clock, time, sink } = needs
  const abort = new AbortController()
  let [frames, sampleRate, startedMonotonic, stoppedMonotonic] = [0, 1, Infinity, Infinity]

  function playedSeconds(): number {
    const rendered = frames / sampleRate
    // Closing what was stopped takes a while in which nothing sounds.
    const now = Math.min(clock.monotonic(), stoppedMonotonic)
    return sink.realTime ? Math.max(0, Math.min(rendered, (now - startedMonotonic) / 1000)) : rendered
  }

  async function run(): Promise<Performed['fault']> {
    const file = await clock.during(openVerified(path, order.mediaSha256))
    if (!file) return 'hash'
    try {
      return await sound(file)
    } finally {
      await clock.during(file.close())
    }
  }

  async function sound(file: FileHandle): Promise<Performed['fault']> {
    const blocks = decodePcm(file, order)
    const first = await clock.during(blocks.next())
    if (first.done) return 'decode'
    ;({ sampleRate } = first.value)
    const output = await clock.during(sink.open(sampleRate, order))
    // An emergency that came live sounds on a device that does not know the time: at once.
    const due = time.now() === null ? clock.monotonic() : time.monotonicOf(order.at)
    await Promise.race([clock.precisely(due), aborted(abort.signal)])
    if (abort.signal.aborted) {
      await clock.during(output.stop(null))
      return null
    }
    startedMonotonic = clock.monotonic()
    const startedAt = time.now() ?? order.at
    started(startedAt)
    try {
      await feed(output, first.value.samples)
      for (;;) {
        const block = await clock.during(blocks.next())
        if (block.done || abort.signal.aborted) break
        await feed(output, block.value.samples)
      }
      // What was fed ahead has not sounded yet.
      if (sink.realTime && !abort.signal.aborted) {
        await Promise.race([until(startedMonotonic + (frames / sampleRate) * 1000), aborted(abort.signal)])
      }
    } catch {
      await clock.during(output.stop(startedAt))
      return 'output'
    }
    await clock.during(abort.signal.aborted ? output.stop(startedAt) : output.end(startedAt))
    return null
  }

  async function feed(output: SinkOutput, samples: Int16Array): Promise<void> {
    const slice = sink.realTime ? Math.ceil(sliceSeconds * sampleRate) : samples.length
    for (let from = 0; from < samples.length && !abort.signal.aborted; from += slice) {
      if (sink.realTime) {
        const due = startedMonotonic + (frames / sampleRate - aheadSeconds) * 1000
        if (due > clock.monotonic()) await Promise.race([until(due), aborted(abort.signal)])
      }
      const part = samples.subarray(from, from + slice)
      await clock.during(output.write(part))
      frames += part.length
    }
  }

  const until = (monotonic: number) => new Promise<void>(resolve => void clock.at(monotonic, resolve))
  const ended = run()
    .catch(() => 'output' as const)
    .then(fault => ({ playedSeconds: playedSeconds(), fault }))
  function stop(): void {
    stoppedMonotonic = Math.min(stoppedMonotonic, clock.monotonic())
    abort.abort()
  }
  return { playedSeconds, stop, ended }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** The file that was verified is the file that is read: one descriptor for both. */
async function openVerified(path: string, sha256: Sha256): Promise<FileHandle | null> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch {
    return null
  }
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(262_144)
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position)
    if (bytesRead === 0) break
    hash.update(buffer.subarray(0, bytesRead))
    position += bytesRead
  }
  if (hash.digest('hex') === sha256) return file
  await file.close()
  return null
}
