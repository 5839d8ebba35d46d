import { cardinal, type Region } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, endsWord, matchAt, textBefore } from './place.ts'

const clock =
  /([01]?\d|2[0-4])\s?(?:([hH]|giờ|g)\s?([0-5]\d)(?:\s?(?:'|phút|ph|p)(?!\p{L}))?|([hH])|:([0-5]\d)(?::([0-5]\d))?(?:\s?[hH])?)(?![\p{L}\d]|[.,:]\d)/uy
const untilMark = /\s?-\s?/y
const startOfRange = /([01]?\d|2[0-4])\s?-\s?(?=(?:[01]?\d|2[0-4])\s?(?:[hH]|giờ)(?!\p{L}))/uy

function spokenTime(match: RegExpExecArray, region: Region): string {
  const hour = cardinal(match[1] ?? '', region)
  const minute = Number(match[3] ?? match[5] ?? 0)
  const second = Number(match[6] ?? 0)
  const parts = [`${hour} giờ`]
  if (minute > 0) parts.push(`${cardinal(String(minute), region)} phút`)
  if (second > 0) parts.push(`${cardinal(String(second), region)} giây`)
  return parts.join(' ')
}

/** "g" may be grams and a colon a score: only a time of day has minutes of two digits and is not a ratio. */
function isTime(match: RegExpExecArray, place: Place): boolean {
  if (Number(match[1]) === 24 && Number(match[3] ?? match[5] ?? 0) > 0) return false
  return match[5] === undefined || !/(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|điều)\s*$/iu.test(textBefore(place))
}

/** T1–T4: a time of day, or a range of two. */
export function readTime(place: Place): Finding | undefined {
  const opening = matchAt(startOfRange, place)
  if (opening) {
    const until = matchAt(clock, place, place.at + opening[0].length)
    if (until) {
      const spoken = `${cardinal(opening[1] ?? '', place.region)} đến ${spokenTime(until, place.region)}`
      return { end: place.at + opening[0].length + until[0].length, spoken, kind: 'time', certainty: 'sure' }
    }
  }
  const from = matchAt(clock, place)
  if (!from || !isTime(from, place)) return undefined
  const end = place.at + from[0].length
  const spoken = spokenTime(from, place.region)
  const dash = matchAt(untilMark, place, end)
  const until = dash && matchAt(clock, place, end + dash[0].length)
  if (!until) return { end, spoken, kind: 'time', certainty: 'sure' }
  return {
    end: end + dash[0].length + until[0].length,
    spoken: `${spoken} đến ${spokenTime(until, place.region)}`,
    kind: 'time',
    certainty: 'sure',
  }
}

const minutes = /(\d{1,3})'(?:(\d{1,2})(?:"|''))?(?![\p{L}\d])/uy

/** T5: "90'" of a match, "5'30\"" of a song. */
export function readMinutes(place: Place): Finding | undefined {
  const match = matchAt(minutes, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const seconds = match[2] ? ` ${cardinal(match[2], place.region)} giây` : ''
  return { end, spoken: `${cardinal(match[1] ?? '', place.region)} phút${seconds}`, kind: 'time', certainty: 'likely' }
}
