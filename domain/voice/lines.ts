/** One line of the text and how it ends. */
export interface Line {
  readonly start: number
  readonly end: number
  /** All its letters are capitals and there is more than one word. */
  readonly shouted: boolean
  /** A page number: on the paper, not in the text. */
  readonly silent: boolean
  /** The paper ended here, not the sentence: the next line goes on. */
  readonly continues: boolean
}

const listStart = /^[\s>#*_]*(?:[-+•●▪■◦–]|\d{1,3}(?:\.\d{1,2})*[.)]|[IVXL]{1,6}\.|[a-zđ][.)])/u
/** A line this long that ends without a mark was filled to the margin. */
const filledLine = 55

function isShouted(line: string): boolean {
  const words = line.match(/\p{L}+/gu) ?? []
  const capitals = words.filter(word => word === word.toUpperCase())
  return words.length >= 2 && capitals.length / words.length >= 0.8 && words.some(word => word.length > 1)
}

function visible(line: string): string {
  let end = line.length
  while (end > 0 && /[*_#\s]/.test(line[end - 1] ?? '')) end -= 1
  return line.slice(0, end)
}

function opensLower(line: string): boolean {
  return /^[\s*_"'(]*\p{Ll}/u.test(line) && !listStart.test(line)
}

/** A line with nothing but a number, in text that was cut from paper. */
const pageNumber = /^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$/

interface Row {
  readonly start: number
  readonly text: string
}

function splitRows(text: string): readonly Row[] {
  let start = 0
  return text.split('\n').map(row => {
    const at = start
    start += row.length + 1
    return { start: at, text: row }
  })
}

/** X5: cuts a text into lines and tells the ends of sentences from the ends of paper. */
export function splitLines(text: string): readonly Line[] {
  const filled = splitRows(text).filter(row => row.text.trim() !== '')
  const lowerOpenings = filled.filter(row => opensLower(row.text)).length
  const wrapped = lowerOpenings >= 3 && lowerOpenings * 5 >= filled.length
  const isPage = (row: Row) => wrapped && pageNumber.test(row.text)
  let next: string | undefined
  const lines: Line[] = []
  for (const row of filled.toReversed()) {
    const shouted = isShouted(row.text)
    const silent = isPage(row)
    const continues = next !== undefined && (silent || goesOn(row.text, next, wrapped, shouted))
    lines.push({ start: row.start, end: row.start + row.text.length, shouted, silent, continues })
    if (!silent) next = row.text
  }
  return lines.reverse()
}

function goesOn(line: string, next: string, wrapped: boolean, shouted: boolean): boolean {
  const shown = visible(line)
  if (/[.;:!?…]["')]*$/u.test(shown) || listStart.test(next)) return false
  if (/^[\s*_#]*\p{Ll}/u.test(next) || /[\p{L}\d][-/]$/u.test(shown)) return true
  if (shouted !== isShouted(next)) return false
  return wrapped && !shouted && (/[,-]$/.test(shown) || shown.trim().length >= filledLine)
}
