import type { Suffix } from './measures.ts'
import { cardinal, type Region } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, matchAt } from './place.ts'

const currencies: readonly (readonly [pattern: RegExp, spoken: string])[] = [
  [/\s?(?:VNĐ|VND|vnđ|vnd|Vnđ|Đồng|đồng|đ|₫)(?!\p{L})/uy, 'đồng'],
  [/\s?(?:USD|US\$|\$)(?!\p{L})/uy, 'đô la Mỹ'],
  [/\s?(?:EUR|€|euro)(?!\p{L})/uy, 'ơ rô'],
  [/\s?(?:JPY|¥)(?!\p{L})/uy, 'yên Nhật'],
  [/\s?(?:CNY|NDT)(?!\p{L})/uy, 'nhân dân tệ'],
]
const magnitude = /(?:\s?(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm)){1,3}(?!\p{L})/uy
/** "1 tr.đ", "1trđ": millions of đồng. "5K" is a slogan, "50K" a price. */
const shortMagnitude = /\s?(tr)(?:\.(?=đ)|(?=đ(?!\p{L})))|\s?(tr|k)(?!\p{L})|(?<=\d\d)(K)(?!\p{L})/uy

/** M3: "đ", "VNĐ", "triệu đồng", "k", "tr" after a number. */
export function currencyAt(place: Place, at: number, region: Region): Suffix | undefined {
  const short = matchAt(shortMagnitude, place, at)
  const long = short ? null : matchAt(magnitude, place, at)
  const written = short ?? long
  const thousand = region === 'south' ? 'ngàn' : 'nghìn'
  const scale = short
    ? (short[1] ?? short[2]) === 'tr'
      ? 'triệu'
      : thousand
    : (long?.[0].trim().replace(/\s+/g, ' ') ?? '')
  const after = at + (written?.[0].length ?? 0)
  for (const [pattern, spoken] of currencies) {
    const match = matchAt(pattern, place, after)
    if (match) return { end: after + match[0].length, spoken: scale ? `${scale} ${spoken}` : spoken }
  }
  return short ? { end: after, spoken: scale } : undefined
}

/** The magnitude words alone ("3,5 triệu/ha"), when a slash follows. */
export function magnitudeAt(place: Place, at: number): Suffix | undefined {
  const match = matchAt(magnitude, place, at)
  const end = at + (match?.[0].length ?? 0)
  return match && place.text[end] === '/' ? { end, spoken: match[0].trim() } : undefined
}

const perNames: Readonly<Record<string, string>> = {
  cp: 'cổ phiếu',
  ng: 'người',
  th: 'tháng',
  sp: 'sản phẩm',
  hs: 'học sinh',
  sv: 'sinh viên',
  mét: 'mét',
  km: 'ki lô mét',
}

/** What an amount is paid for, where it is written short: "50.000đ/cp". */
export function shortPayee(written: string): string | undefined {
  return perNames[written] ?? (written === 'CP' ? perNames['cp'] : undefined)
}

const shortMillions = /(\d{1,4})(tr|triệu|tỷ)(\d)(?![\p{L}\d])/uy

/** M3: "1tr2" is one million two hundred thousand. */
export function readShortMillions(place: Place): Finding | undefined {
  const match = matchAt(shortMillions, place)
  if (!match) return undefined
  const [scale, part] = match[2] === 'tỷ' ? ['tỷ', 'triệu'] : ['triệu', place.region === 'south' ? 'ngàn' : 'nghìn']
  const spoken = `${cardinal(match[1] ?? '')} ${scale} ${cardinal(match[3] ?? '')} trăm ${part}`
  return { end: place.at + match[0].length, spoken, kind: 'money', certainty: 'likely' }
}
