import type { Day } from '@nguon/domain/platform'

/** The place in a regulation, in the parts people enter: "khoản 2 Điều 5", "12/QĐ-UBND", 2026-01-15. */
export interface Citation {
  readonly article: string
  readonly number: string
  readonly day: Day | null
}

const between = ', Quyết định số '

/** "khoản 2 Điều 5, Quyết định số 12/QĐ-UBND ngày 15/01/2026". */
export function writeCitation({ article, number, day }: Citation): string {
  const document = `${number.trim()}${day ? ` ngày ${day.split('-').toReversed().join('/')}` : ''}`
  return [article.trim(), number.trim() === '' ? '' : document].filter(Boolean).join(between)
}

/** The parts again; what was written otherwise stands whole in `article`. */
export function readCitation(citation: string): Citation {
  const place = citation.lastIndexOf(between)
  const match = /^(\S+)(?: ngày (\d{2})\/(\d{2})\/(\d{4}))?$/.exec(
    place < 0 ? '' : citation.slice(place + between.length),
  )
  if (!match) return { article: citation, number: '', day: null }
  const [, number = '', day, month, year] = match
  return { article: citation.slice(0, place), number, day: day ? (`${year}-${month}-${day}` as Day) : null }
}
