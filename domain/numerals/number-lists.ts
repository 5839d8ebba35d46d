import { suffixAt } from './amounts.ts'
import { digitByDigit, ordinal, writtenNumber } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, isWordCharacter, matchAt, textBefore } from './place.ts'

const several = new RegExp(String.raw`\d{1,4}(?:\s?-\s?\d{1,4}){2,20}(?![\d/]|[.,]\d)`, 'y')

/** N6: three and more numbers with dashes are a list. */
export function readDashedList(place: Place): Finding | undefined {
  const match = matchAt(several, place)
  if (!match) return undefined
  const numbers = match[0].match(/\d+/g) ?? []
  const spoken = numbers.map(number => writtenNumber(number, place.region)).join(', ')
  return { end: place.at + match[0].length, spoken, kind: 'number', certainty: 'likely' }
}

const listedBefore =
  /(?:TDP|tổ dân phố|tổ|thôn|khu phố|KP|ấp|xóm|lớp|khối|điều|khoản|bản|buôn|đội|các ngày|thứ|lô|khu)\s$/iu
const listed = /\d{1,3}(?:,\d{1,3}){1,12}(?![\d/]|[.,]\d|\s?%)/y

/** N6: "thôn 2,3", "lớp 6,7,8,9": after what is counted through, a comma parts numbers, not decimals. */
export function readListed(place: Place): Finding | undefined {
  const match = listedBefore.test(textBefore(place)) ? matchAt(listed, place) : null
  if (!match || (match[0].split(',').length === 2 && suffixAt(place, place.at + match[0].length))) return undefined
  const say = /thứ\s$/iu.test(textBefore(place)) ? ordinal : writtenNumber
  const spoken = match[0].split(',').map(number => say(number, place.region))
  return { end: place.at + match[0].length, spoken: spoken.join(', '), kind: 'number', certainty: 'likely' }
}

const numberedBefore =
  /(?:đề án|chỉ thị|nghị quyết|nghị định|kế hoạch|quyết định|chương trình|thông tư|công điện|kết luận|QCVN|TCVN|tuyến|bưu cục|mẫu)(?: số)?:?\s$/iu
const numbered = /0\d{1,2}(?![\d%]|[.,/]\d)/y

/** N2: "Đề án 06" is known as "không sáu": in the number of a name the nought is said. */
export function readNumbered(place: Place): Finding | undefined {
  const match = numberedBefore.test(textBefore(place)) ? matchAt(numbered, place) : null
  if (!match || isWordCharacter(place.text[place.at + match[0].length])) return undefined
  return { end: place.at + match[0].length, spoken: digitByDigit(match[0]), kind: 'number', certainty: 'likely' }
}
