import { digitByDigit } from '@nguon/domain/numerals'

/** Letter names as read over the air; foreign letters by their usual Vietnamese names. */
const letterNames: Record<string, string> = {
  a: 'a',
  ă: 'á',
  â: 'ớ',
  b: 'bê',
  c: 'xê',
  d: 'dê',
  đ: 'đê',
  e: 'e',
  ê: 'ê',
  f: 'ép phờ',
  g: 'giê',
  h: 'hát',
  i: 'i',
  j: 'gi',
  k: 'ca',
  l: 'e lờ',
  m: 'em mờ',
  n: 'en nờ',
  o: 'o',
  ô: 'ô',
  ơ: 'ơ',
  p: 'pê',
  q: 'quy',
  r: 'e rờ',
  s: 'ét sì',
  t: 'tê',
  u: 'u',
  ư: 'ư',
  v: 'vê',
  w: 'vê kép',
  x: 'ích xì',
  y: 'y dài',
  z: 'dét',
}

function nameOf(letter: string): string {
  const lower = letter.toLowerCase()
  const known = letterNames[lower]
  if (known) return known
  const decomposed = lower.normalize('NFD')
  const untoned = decomposed.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  return letterNames[untoned] ?? letterNames[decomposed.charAt(0)] ?? ''
}

/** Letter by letter and digit by digit; what has no Vietnamese letter name is announced, never passed over in silence. */
export function spell(written: string): string {
  const names: string[] = []
  let foreign = false
  for (const character of written) {
    if (/\d/.test(character)) names.push(digitByDigit(character))
    else if (/[\p{L}\p{N}]/u.test(character)) {
      const name = nameOf(character)
      if (name) names.push(name)
      else if (!foreign) names.push('chữ nước ngoài')
      foreign = !name
    }
  }
  return names.join(' ')
}
