import type { Language } from '@nguon/contract/platform'
import { wordsIn } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'

/** Hours in a row with one loudest volume. `from` is 0 to 23, `until` 1 to 24. */
export interface VolumeBand {
  readonly from: number
  readonly until: number
  readonly percent: number
}

/** The 24 volumes of a day, gathered; hours at 100 % are left out, for nothing limits them. */
export function bandsOf(volumes: readonly number[]): VolumeBand[] {
  const bands: VolumeBand[] = []
  for (const [hour, percent] of volumes.entries()) {
    const last = bands.at(-1)
    if (last?.percent === percent && last.until === hour) bands[bands.length - 1] = { ...last, until: hour + 1 }
    else bands.push({ from: hour, until: hour + 1, percent })
  }
  return bands.filter(({ percent }) => percent < 100)
}

/** The 24 volumes; of bands over one another the quieter holds, hours without any are 100 %. */
export function volumesOf(bands: readonly VolumeBand[]): number[] {
  return Array.from({ length: 24 }, (_, hour) =>
    Math.min(100, ...bands.filter(({ from, until }) => from <= hour && hour < until).map(({ percent }) => percent)),
  )
}

/** "60 % từ 00:00 đến 06:00; 90 % từ 06:00 đến 20:00". */
export function writeVolumeBands(volumes: readonly number[], language: Language): string {
  const words = wordsIn(rulesWords, language)
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const bands = bandsOf(volumes)
  if (bands.length === 0) return words.volumeBand('100', words.wholeDay)
  return bands
    .map(({ from, until, percent }) => {
      const hours = until - from === 24 ? words.wholeDay : words.from(clock(from), clock(until))
      return words.volumeBand(String(percent), hours)
    })
    .join('; ')
}
