import { type Suffix, unitAfterSlash, unitAt } from './measures.ts'
import { currencyAt, magnitudeAt, shortPayee } from './money.ts'
import { writtenNumber } from './numbers.ts'
import type { Finding, ReadingKind } from './finding.ts'
import { type Place, matchAt } from './place.ts'
import { isSyllable } from './syllable.ts'

/** Any written number; a source for larger patterns. */
export const numberSource = String.raw`(?:\d{1,3}(?:\.\d{3}){1,6}(?:,\d+)?|\d{1,3}(?:,\d{3}){2,6}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![.,]?\d)`
const numberPattern = new RegExp(numberSource, 'y')
const spacedThousands =
  /\d{1,3}(?: \d{3}){1,6}(?!\d| \d)(?=\s?(?:đ|đồng|VNĐ|VND|USD|m2|m3|ha|km2|kg|tấn|người|hộ|triệu)(?!\p{L}))/uy

type SuffixKind = Extract<ReadingKind, 'number' | 'measure' | 'money'>
/** What follows a number and belongs to it. */
export interface Measured extends Suffix {
  readonly kind: SuffixKind
}

export function suffixAt(place: Place, at: number): Measured | undefined {
  const percent = matchAt(/\s?([%‰])/y, place, at)
  if (percent)
    return {
      end: at + percent[0].length,
      spoken: percent[1] === '%' ? 'phần trăm' : 'phần nghìn',
      kind: 'measure',
    }
  const money = currencyAt(place, at, place.region) ?? magnitudeAt(place, at)
  if (money) return { ...money, kind: 'money' }
  const unit = unitAt(place, at)
  return unit && { ...unit, kind: 'measure' }
}

export interface WrittenNumber {
  readonly written: string
  readonly end: number
  readonly suffix: Measured | undefined
}

export function numberAt(place: Place, at: number): WrittenNumber | undefined {
  const match = matchAt(spacedThousands, place, at) ?? matchAt(numberPattern, place, at)
  if (!match) return undefined
  const end = at + match[0].length
  const suffix = suffixAt(place, end)
  // Nobody writes đồng with one or two decimals: "24,5đ" is a mark at an examination.
  const isMark = /^\d{1,2},\d{1,2}$/.test(match[0]) && suffix?.spoken === 'đồng'
  return { written: match[0], end, suffix: isMark ? { ...suffix, spoken: 'điểm', kind: 'number' } : suffix }
}

export function sayNumber(number: WrittenNumber, place: Place, suffix = number.suffix): string {
  // "50,000đ" is money typed the English way, never fifty.
  const amount = /^(?:đồng|đô la Mỹ)$/.test(suffix?.spoken ?? '') && /^\d{1,3}(?:,\d{3})+$/.test(number.written)
  const written = amount ? number.written.replaceAll(',', '.') : number.written
  return writtenNumber(written, place.region, suffix ? 'phẩy' : 'chấm')
}

const perWord = /\/\s?(\p{L}+)(?![\p{L}\d])/uy

/** M4, M5: "/con", "/người/tháng", "/ha" after an amount: "một con", "trên héc ta". */
function perAt(place: Place, at: number, kind: SuffixKind): Suffix {
  let end = at
  let spoken = ''
  for (;;) {
    const unit = place.text[end] === '/' ? unitAfterSlash(place, end + 1) : undefined
    const word = matchAt(perWord, place, end)
    const written = word?.[1] ?? ''
    const link = kind === 'money' ? 'một' : 'trên'
    if (unit) {
      spoken += ` ${link} ${unit.spoken}`
      end = unit.end
    } else if (word && (isSyllable(written) || shortPayee(written))) {
      spoken += ` ${/^(?:giờ|giây)$/.test(written) ? link : 'một'} ${shortPayee(written) ?? written}`
      end += word[0].length
    } else return { end, spoken }
  }
}

/** The whole amount as one finding, with what it is paid or measured by. */
export function finishAmount(
  place: Place,
  spoken: string,
  end: number,
  suffix: Measured | undefined,
  sure: boolean,
): Finding {
  if (!suffix) return { end, spoken, kind: 'number', certainty: sure ? 'sure' : 'likely' }
  const per = perAt(place, suffix.end, suffix.kind)
  return {
    end: per.end,
    spoken: `${spoken} ${suffix.spoken}${per.spoken}`,
    kind: suffix.kind,
    certainty: sure ? 'sure' : 'likely',
  }
}

/** What a written number amounts to. */
export function valueOf(written: string): number {
  return Number(written.replace(/\.(?=\d{3})/g, '').replace(',', '.'))
}
