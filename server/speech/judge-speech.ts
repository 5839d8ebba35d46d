import type { SpeechFault } from '@nguon/contract/speech'
import { envelope, type Pcm, peak, rms, secondsOf } from '@nguon/domain/sound'

/** Bounds of sane speech, wide enough for every engine tried and for foreign names in the text. */
const quietestRms = 0.02
const loudestRms = 0.3
const shortestSyllable = 0.07
const longestSyllable = 0.9
/** Room for pauses at commas and for an abbreviation or two. */
const spareSeconds = 1.5
/** "nghiêng": what is longer is a foreign word or an address, and may be spelled letter by letter. */
const longestVietnameseSyllable = 7
/** White noise crosses zero at half of its samples; speech, hissing sounds included, at far less on average. */
const mostCrossingsPerSecond = 7000
/** Noise and hum are even; syllables come and go. */
const leastVariation = 0.2
const leastSecondsForVariation = 1

/** How many syllables a reading has: in Vietnamese each stands alone between spaces. */
export function countSyllables(spoken: string): number {
  return wordsOf(spoken).length
}

function wordsOf(spoken: string): string[] {
  return spoken.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word))
}

/** The most it can become: long words and figures that the reading left as they are may be spelled out. */
function mostSyllables(spoken: string): number {
  const most = wordsOf(spoken).map(word => {
    const letters = word.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    return letters <= longestVietnameseSyllable && !/\p{N}/u.test(word) ? 1 : letters
  })
  return most.reduce((sum, count) => sum + count, 0)
}

/**
 * What is wrong with what an engine gave for `spoken` at that speed, without the quiet at its ends; `undefined` when
 * it may be speech (I22: synthesis fails silently, so it is judged by what can be measured).
 */
export function judgeSpeech(pcm: Pcm, spoken: string, speed: number): SpeechFault | undefined {
  const seconds = secondsOf(pcm)
  const level = rms(pcm)
  if (seconds === 0 || level < 0.001) return 'silent'
  if (seconds < (countSyllables(spoken) * shortestSyllable) / speed) return 'too-short'
  if (seconds > (mostSyllables(spoken) * longestSyllable + spareSeconds) / speed) return 'too-long'
  if (isNoise(pcm, seconds)) return 'noise'
  if (isClipped(pcm)) return 'clipped'
  if (level < quietestRms) return 'too-quiet'
  if (level > loudestRms) return 'too-loud'
  return undefined
}

/** Enough syllables, and enough such sentences, for a pace to mean something. */
const leastSyllablesForPace = 8
const leastSentencesForPace = 4
const slackOfPace = { slower: 2.2, faster: 0.6 }

/** A sentence and what an engine gave for it. */
export interface Utterance {
  readonly text: string
  readonly pcm: Pcm
}

/**
 * One voice keeps its pace, so a sentence far off the others' was cut short or stammered, as neural models do. The
 * first such sentence with what is wrong with it; needs a few longer sentences to compare.
 */
export function judgePace(spoken: readonly Utterance[]): { text: string; fault: SpeechFault } | undefined {
  const long = spoken.filter(({ text }) => countSyllables(text) >= leastSyllablesForPace)
  if (long.length < leastSentencesForPace) return undefined
  const paces = long.map(({ text, pcm }) => secondsOf(pcm) / countSyllables(text)).sort((a, b) => a - b)
  const usual = paces[Math.floor(paces.length / 2)] ?? 0
  for (const { text, pcm } of long) {
    if (secondsOf(pcm) < countSyllables(text) * usual * slackOfPace.faster) return { text, fault: 'too-short' }
    if (secondsOf(pcm) > mostSyllables(text) * usual * slackOfPace.slower) return { text, fault: 'too-long' }
  }
  return undefined
}

function isNoise(pcm: Pcm, seconds: number): boolean {
  const { samples } = pcm
  let crossings = 0
  for (let index = 1; index < samples.length; index++) {
    if (samples[index]! < 0 !== samples[index - 1]! < 0) crossings += 1
  }
  if (crossings / seconds > mostCrossingsPerSecond) return true
  return seconds >= leastSecondsForVariation && variation(envelope(pcm)) < leastVariation
}

function variation(levels: Float32Array): number {
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  const spread = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length
  return mean === 0 ? 0 : Math.sqrt(spread) / mean
}

/** Flat tops: several samples in a row at the highest level, again and again. */
function isClipped(pcm: Pcm): boolean {
  const top = peak(pcm) * 0.9995
  let flat = 0
  for (let index = 2; index < pcm.samples.length; index++) {
    const sample = pcm.samples[index]!
    const high = Math.abs(sample) >= top && Math.sign(sample) === Math.sign(pcm.samples[index - 1]!)
    if (high && Math.abs(pcm.samples[index - 1]!) >= top && Math.abs(pcm.samples[index - 2]!) >= top) flat += 1
  }
  return flat > pcm.samples.length / 1000
}
