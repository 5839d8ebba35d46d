import { type Day, type Instant, instantToLocal, weekdayOf, type Zone } from '@nguon/domain/platform'
import type { SilenceCause } from '@nguon/domain/rules'
import type { Wording } from './wording.ts'

/** What sentences call things by. */
export interface Naming {
  readonly zone: Zone
  /** The name of a unit or a device. */
  readonly nameOf: (id: string) => string
}

/** What stands for the `{name}`s of a sentence. */
export type WordingData = Readonly<Record<string, string | number | Wording>>

/** The sentence with its data put in, in both languages. */
export function fillWording(wording: Wording, data: WordingData): Wording {
  const inLanguage = (language: keyof Wording) =>
    wording[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = data[name] ?? ''
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}

const byDefault: Wording = { vi: ' (mặc định)', en: ' (by default)' }
const byCitation: Wording = { vi: ' theo {citation}', en: ' by {citation}' }

export function dataOfCause(cause: SilenceCause): WordingData {
  const cited = { source: wordCitation(cause.citation) }
  switch (cause.code) {
    case 'QUIET_HOURS':
      return { ...cited, from: cause.from, until: cause.until }
    case 'OUTSIDE_WINDOWS':
      return cited
    case 'SILENT_DAY':
      return { ...cited, day: wordDay(cause.day) }
    case 'QUIET_PLACE':
      return { ...cited, place: cause.name }
  }
}

/** " theo Điều 4 …", or that nobody ruled and the default holds. */
export function wordCitation(citation: string): Wording {
  return citation === '' ? byDefault : fillWording(byCitation, { citation })
}

export function dataOfSpan({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, naming: Naming): WordingData {
  return { from: wordMoment(startsAt, naming), until: wordMoment(endsAt, naming) }
}

export function wordNames(ids: readonly string[], { nameOf }: Naming): string {
  return ids.map(nameOf).join(', ')
}

const weekdays: readonly Wording[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
]

/** "05:00 thứ Hai 23/11/2026". */
export function wordMoment(at: Instant, { zone }: Naming): Wording {
  const { day, timeOfDay } = instantToLocal(at, zone)
  const weekday = weekdays[weekdayOf(day) - 1]
  return { vi: `${timeOfDay} ${weekday?.vi} ${wordDay(day)}`, en: `${timeOfDay} ${weekday?.en} ${wordDay(day)}` }
}

/** "23/11/2026". */
export function wordDay(day: Day): string {
  return day.split('-').toReversed().join('/')
}
