import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { appendFile, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@nguon/domain/platform'
import type { Sink, SinkLabel } from './sink.ts'

/** One line of `plays.jsonl`: a rendering that is complete on the disk. */
export interface Play extends SinkLabel {
  /** The first frame. */
  readonly startedAt: Instant
  readonly sampleRate: number
  readonly frames: number
  /** Name of the WAV file beside `plays.jsonl`: PCM, signed 16 bits, mono. */
  readonly file: string
}

/** Renders each playback into a WAV file of its own, for tests, demonstrations and hosts without sound. */
export function fileSink(folder: string, realTime: boolean): Sink {
  mkdirSync(folder, { recursive: true })
  return {
    realTime,
    async open(sampleRate, label) {
      const name = `${label.plannedAt}-${randomUUID()}.wav`
      const part = join(folder, `${name}.part`)
      const wav = await open(part, 'w')
      let frames = 0
      await wav.write(wavHeader(sampleRate, 0))

      async function keep(startedAt: Instant | null): Promise<void> {
        await wav.write(wavHeader(sampleRate, frames), 0, 44, 0)
        await wav.sync()
        await wav.close()
        if (startedAt === null) {
          await rm(part, { force: true })
          return
        }
        await rename(part, join(folder, name))
        const { itemId, plannedAt, mediaSha256 } = label
        const play: Play = { itemId, plannedAt, startedAt, sampleRate, frames, mediaSha256, file: name }
        await appendFile(join(folder, 'plays.jsonl'), `${JSON.stringify(play)}\n`)
      }

      return {
        async write(samples) {
          await wav.write(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))
          frames += samples.length
        },
        end: keep,
        stop: keep,
      }
    },
  }
}

/** RIFF/WAVE, format 1 (PCM), one channel of 16 bits. */
function wavHeader(sampleRate: number, frames: number): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + frames * 2, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(frames * 2, 40)
  return header
}
