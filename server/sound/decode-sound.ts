import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import { fromInt16, type Pcm, readWav, secondsOf } from '@nguon/domain/sound'
import { decodeMp3 } from './decode-mp3.ts'
import { probeSound, type SoundType } from './probe-sound.ts'
import { findProgram, ProgramFailed, runProgram } from './run-program.ts'
import { houseRate, longestSoundSeconds } from './sound-limits.ts'

const ffmpegTimeLimitMs = 120_000

/**
 * Any sound file as PCM: WAV and MP3 by ourselves, the others by ffmpeg where it is installed.
 * @throws SOUND_NOT_RECOGNISED, SOUND_TOO_LARGE, SOUND_FORMAT_UNSUPPORTED, SOUND_BROKEN, SOUND_TOO_LONG
 */
export async function decodeSound(bytes: Uint8Array): Promise<Pcm> {
  const type = await probeSound(bytes)
  const own = type.reader === 'mp3' ? await decodeMp3(bytes) : type.reader === 'wav' ? readWav(bytes) : undefined
  const pcm = own ?? (await decodeWithFfmpeg(bytes, type))
  if (secondsOf(pcm) > longestSoundSeconds) {
    throw new Refusal(soundRefusals.SOUND_TOO_LONG, { limit: longestSoundSeconds / 60 })
  }
  return pcm
}

async function decodeWithFfmpeg(bytes: Uint8Array, type: SoundType): Promise<Pcm> {
  const ffmpeg = findProgram('ffmpeg')
  if (!ffmpeg) throw new Refusal(soundRefusals.SOUND_FORMAT_UNSUPPORTED, { found: type.extension })
  // A file, not a pipe: the index of an M4A may stand at its end.
  const folder = await mkdtemp(join(tmpdir(), 'nguon-sound-'))
  try {
    const path = join(folder, 'sound')
    await writeFile(path, bytes)
    const raw = await runProgram(ffmpeg, ffmpegArguments(path, type.reader), {
      timeLimitMs: ffmpegTimeLimitMs,
      outputLimitBytes: (longestSoundSeconds + 2) * houseRate * 2,
    })
    if (raw.length < 2) throw new Refusal(soundRefusals.SOUND_BROKEN)
    const aligned = raw.byteOffset % 2 === 0 ? raw : raw.slice()
    return fromInt16(new Int16Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.length / 2)), houseRate)
  } catch (error) {
    if (error instanceof ProgramFailed) throw new Refusal(soundRefusals.SOUND_BROKEN)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function ffmpegArguments(path: string, reader: string): string[] {
  const quietly = ['-nostdin', '-hide_banner', '-v', 'error', '-threads', '1']
  const input = ['-protocol_whitelist', 'file', '-f', reader, '-i', `file:${path}`]
  const firstSound = ['-map', '0:a:0', '-vn', '-sn', '-dn', '-t', String(longestSoundSeconds + 1)]
  return [...quietly, ...input, ...firstSound, '-ac', '1', '-ar', String(houseRate), '-f', 's16le', 'pipe:1']
}
