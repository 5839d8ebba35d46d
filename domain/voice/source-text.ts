/** The text every rule looks at: composed, plain letters, one kind of dash and quote; and the way back to the original. */
export interface SourceText {
  readonly text: string
  /** Offset in the original of the character at `index`. */
  readonly start: (index: number) => number
  /** Offset in the original just after the character before `index`. */
  readonly end: (index: number) => number
}

const replaced = new Map<string, string>([
  ...Array.from('‐‑‒–—―−﹣－').map(dash => [dash, '-'] as const),
  ...Array.from('“”„‟«»″〝〞＂').map(quote => [quote, '"'] as const),
  ...Array.from('‘’‚‛ʼʹ′´`＇').map(quote => [quote, "'"] as const),
  ...Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f',
  ).map(space => [space, ' '] as const),
  ...Array.from('\u2028\u2029\u0085\r').map(newline => [newline, '\n'] as const),
  ...Array.from('⁄∕').map(slash => [slash, '/'] as const),
  ...Array.from('ÐƉ').map(letter => [letter, 'Đ'] as const),
  ...Array.from('ðɖ').map(letter => [letter, 'đ'] as const),
  ...Array.from('…™®©').map(kept => [kept, kept] as const),
  ['º', '°'],
  ['˚', '°'],
  ['µ', 'μ'],
  ...Array.from('ŏĭŭĕŎĬŬĔčČ').map((letter, index) => [letter, 'oiueOIUEcC'[index] ?? letter] as const),
  ['ƀ', 'b'],
  ['Ƀ', 'B'],
])

/** Marks that make another vowel come before the tone; keyboards and old fonts send them in any order. */
const vowelMarks = '\u0302\u0306\u031b'
const toneMarks = '\u0300\u0301\u0303\u0309\u0323'

function compose(cluster: string): string {
  const [base = '', ...rest] = Array.from(cluster.normalize('NFKC').normalize('NFD'))
  if (!rest.every(mark => /\p{M}/u.test(mark))) return cluster.normalize('NFKC')
  const marks = [...rest.filter(mark => vowelMarks.includes(mark)), ...rest.filter(mark => toneMarks.includes(mark))]
  const others = rest.filter(mark => !vowelMarks.includes(mark) && !toneMarks.includes(mark))
  const composed = (base + marks.join('')).normalize('NFC').replace(/\p{M}/gu, '')
  // A letter of another alphabet keeps its own marks: it is flagged, not silently changed.
  return others.length > 0 && composed === base
    ? (base + others.join('')).normalize('NFC').replace(/\p{M}/gu, '')
    : composed
}

function fold(cluster: string): string {
  const known = replaced.get(cluster)
  if (known !== undefined) return known
  const code = cluster.codePointAt(0) ?? 0
  if (cluster.length === 1 && (code < 0x80 || (code >= 0x1ea0 && code <= 0x1ef9))) return cluster
  if (/^[\p{Cf}\p{Cs}\p{M}]+$/u.test(cluster)) return ''
  const composed = compose(cluster)
  if (!/[\p{L}\p{N}]/u.test(composed) && /[\p{L}\p{N}]/u.test(cluster)) return cluster
  return Array.from(composed, character => replaced.get(character) ?? character).join('')
}

/** Folds NFD, full-width and mathematical letters, odd spaces, dashes and quotes into the one form the rules know. */
export function foldSource(original: string): SourceText {
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  for (const match of original.matchAll(/\r\n|\P{M}\p{M}*|\p{M}+/gsu)) {
    const cluster = match[0]
    const plain = cluster === '\r\n' ? '\n' : fold(cluster)
    // "3½" is three and a half, not thirty-one over two.
    const folded = /^\d+\//.test(plain) && /\d$/.test(parts.at(-1) ?? '') ? ` ${plain}` : plain
    parts.push(folded)
    for (let index = 0; index < folded.length; index += 1) {
      starts.push(match.index)
      ends.push(match.index + cluster.length)
    }
  }
  return {
    text: parts.join(''),
    start: index => starts[index] ?? original.length,
    end: index => ends[index - 1] ?? 0,
  }
}
