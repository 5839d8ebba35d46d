import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import { fade, hornFilter, join, type Pcm, resample, secondsOf, trim, trimSilence } from '@nguon/domain/sound'
import { decodeMp3 } from './decode-mp3.ts'
import { decodeSound } from './decode-sound.ts'
import { encodeMp3 } from './encode-mp3.ts'
import { type MasteredSound, masterSound } from './master-sound.ts'
import { type Mp3Tags, readAiMark } from './mp3-tags.ts'
import { houseRate, longestSoundSeconds } from './sound-limits.ts'

/** How a recording is cut: parts of a second count, what is not given stays as it is. */
export interface SoundCut {
  readonly fromSeconds?: number | undefined
  readonly toSeconds?: number | undefined
  readonly fadeInSeconds?: number | undefined
  readonly fadeOutSeconds?: number | undefined
  /** Take the quiet at both ends away. */
  readonly withoutSilence?: boolean | undefined
}

/** The work that would hold up the server, as functions from plain data to plain data; they run in the sound worker. */
export const soundJobs = {
  master: ({ parts, tags }: { parts: readonly Pcm[]; tags: Mp3Tags }): Promise<MasteredSound> =>
    masterSound(join(parts), tags),

  /** A mark that a machine made the sound stays with it. */
  async prepare({ bytes, title, cut }: { bytes: Uint8Array; title?: string; cut: SoundCut }): Promise<MasteredSound> {
    const aiMark = await readAiMark(bytes)
    const pcm = cutSound(await decodeSound(bytes), cut)
    return masterSound(pcm, { title, aiMark })
  },

  async programme(input: { items: readonly Uint8Array[]; gapSeconds: number; title?: string }): Promise<MasteredSound> {
    const parts: Pcm[] = []
    let seconds = 0
    for (const item of input.items) {
      const part = resample(await decodeMp3(item), houseRate)
      seconds += secondsOf(part) + input.gapSeconds
      if (seconds > longestSoundSeconds) {
        throw new Refusal(soundRefusals.SOUND_TOO_LONG, { limit: longestSoundSeconds / 60 })
      }
      parts.push(part)
    }
    const marks = (await Promise.all(input.items.map(readAiMark))).filter(mark => mark !== undefined)
    const all = (part: 'engine' | 'voice') => [...new Set(marks.map(mark => mark[part]))].join(', ')
    const aiMark = marks.length > 0 ? { engine: all('engine'), voice: all('voice') } : undefined
    return masterSound(join(parts, input.gapSeconds), { title: input.title, aiMark })
  },

  async horn({ mp3 }: { mp3: Uint8Array }): Promise<Uint8Array> {
    const aiMark = await readAiMark(mp3)
    return encodeMp3(hornFilter(await decodeMp3(mp3)), { tags: { aiMark } })
  },
}

function cutSound(whole: Pcm, cut: SoundCut): Pcm {
  const part = trim(whole, cut.fromSeconds ?? 0, cut.toSeconds ?? Infinity)
  const bare = cut.withoutSilence ? trimSilence(part) : part
  return fade(bare, cut.fadeInSeconds ?? 0, cut.fadeOutSeconds ?? 0)
}
