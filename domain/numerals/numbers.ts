/** Whose way of saying numbers: northern "linh, nghìn, tư" (the norm of state radio) or southern "lẻ, ngàn, bốn". */
export type Region = 'north' | 'south'

const digitNames = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const longestCardinal = 18

/** Each digit by its name: phones, identity numbers, codes. Other characters are left out. */
export function digitByDigit(digits: string): string {
  return Array.from(digits)
    .map(digit => digitNames[Number(digit)])
    .filter(name => name !== undefined)
    .join(' ')
}

function unitAfterTens(unit: number, tens: number, region: Region): string {
  if (unit === 1) return tens === 1 ? 'một' : 'mốt'
  if (unit === 4) return tens === 1 || region === 'south' ? 'bốn' : 'tư'
  if (unit === 5) return 'lăm'
  return digitNames[unit] ?? ''
}

/** Three digits; `whole` says the hundreds even when they are nought, as inside a longer number. */
function hundreds(group: number, whole: boolean, region: Region): string[] {
  const hundred = Math.floor(group / 100)
  const tens = Math.floor((group % 100) / 10)
  const unit = group % 10
  const words: string[] = []
  if (hundred > 0 || whole) words.push(digitNames[hundred] ?? '', 'trăm')
  if (tens === 0) {
    if (unit === 0) return words
    if (words.length > 0) words.push(region === 'south' ? 'lẻ' : 'linh')
    words.push(digitNames[unit] ?? '')
    return words
  }
  words.push(...(tens === 1 ? ['mười'] : [digitNames[tens] ?? '', 'mươi']))
  if (unit > 0) words.push(unitAfterTens(unit, tens, region))
  return words
}

function belowBillion(digits: string, whole: boolean, region: Region): string[] {
  const padded = digits.padStart(9, '0')
  const scales = ['triệu', region === 'south' ? 'ngàn' : 'nghìn', '']
  const words: string[] = []
  for (const [index, scale] of scales.entries()) {
    const group = Number(padded.slice(index * 3, index * 3 + 3))
    if (group === 0) continue
    words.push(...hundreds(group, whole || words.length > 0, region))
    if (scale) words.push(scale)
  }
  return words
}

/** A whole number written in digits only, without separators; beyond 18 digits nobody follows, so digit by digit. */
export function cardinal(digits: string, region: Region = 'north'): string {
  const significant = digits.replace(/^0+(?=\d)/, '')
  if (significant.length > longestCardinal) return digitByDigit(significant)
  if (significant === '0') return 'không'
  if (significant.length <= 9) return belowBillion(significant, false, region).join(' ')
  const billions = belowBillion(significant.slice(0, -9), false, region)
  return [...billions, 'tỷ', ...belowBillion(significant.slice(-9), true, region)].join(' ')
}

/** "bảy" of `thứ 7`, but "nhất" and "tư" of `thứ 1` and `thứ 4`. */
export function ordinal(digits: string, region: Region = 'north'): string {
  const value = Number(digits)
  if (value === 1) return 'nhất'
  if (value === 4) return 'tư'
  return cardinal(digits, region)
}

/** Day of a month: the first ten days take "mùng". */
export function dayOfMonth(day: number, region: Region = 'north'): string {
  return `${day <= 10 ? 'mùng ' : ''}${cardinal(String(day), region)}`
}

export function monthName(month: number, region: Region = 'north'): string {
  return month === 4 ? 'tư' : cardinal(String(month), region)
}

function fractionDigits(digits: string, region: Region): string {
  return digits.length <= 2 && !digits.startsWith('0') ? cardinal(digits, region) : digitByDigit(digits)
}

function wholePart(digits: string, region: Region): string {
  const leadingNought = digits.length > 2 && digits.startsWith('0')
  return leadingNought || digits.startsWith('00') ? digitByDigit(digits) : cardinal(digits, region)
}

/**
 * One written number. Vietnamese writing: a dot parts thousands, a comma the decimals. What cannot be thousands is a
 * decimal: `dot` says how a lone dot sounds there ("phẩy" in a measure, "chấm" in "công nghiệp 4.0").
 */
export function writtenNumber(written: string, region: Region = 'north', dot: 'phẩy' | 'chấm' = 'chấm'): string {
  const thousands = /^(\d{1,3}(?:[. ]\d{3})+)(?:,(\d+))?$/.exec(written)
  const foreignThousands = /^(\d{1,3}(?:,\d{3}){2,})(?:\.(\d+))?$/.exec(written)
  const grouped = (thousands && !written.startsWith('0') ? thousands : null) ?? foreignThousands
  if (grouped) {
    const whole = cardinal((grouped[1] ?? '').replace(/\D/g, ''), region)
    return grouped[2] ? `${whole} phẩy ${fractionDigits(grouped[2], region)}` : whole
  }
  const parts = written.split(/[.,]/)
  if (parts.length === 1) return wholePart(written, region)
  if (parts.length === 2) {
    const mark = written.includes(',') ? 'phẩy' : dot
    return `${wholePart(parts[0] ?? '', region)} ${mark} ${fractionDigits(parts[1] ?? '', region)}`
  }
  return parts.map(part => wholePart(part, region)).join(' chấm ')
}

const romanValues: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
const romanPattern = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/

/** Value of a well-formed Roman numeral in capitals; undefined for anything else. */
export function romanValue(written: string): number | undefined {
  if (written === '' || !romanPattern.test(written)) return undefined
  const values = Array.from(written).map(letter => romanValues[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
