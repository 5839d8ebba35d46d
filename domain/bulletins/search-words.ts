import { foldVietnamese } from '@nguon/domain/platform'

/** A text as the search keeps it: words of letters and digits, lower case, with their accents and without. */
export interface SearchableText {
  readonly exact: string
  readonly folded: string
}

/**
 * Signs within a number become spaces, so that "2588" finds "2588/QĐ-UBND" and "50000" is no other word than the one
 * people see; the parser of the database would take "2588/qđ" for a path.
 */
export function searchableText(text: string): SearchableText {
  const exact = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return { exact, folded: foldVietnamese(exact) }
}

/** More words than anyone types; the rest of a pasted page is not looked for. */
const mostWords = 16

/** The words of a query, each with its accents as typed and without; equal when it was typed without. */
export function searchWords(query: string): SearchableText[] {
  const { exact } = searchableText(query)
  return [...new Set(exact.split(' '))]
    .filter(word => word !== '')
    .slice(0, mostWords)
    .map(word => ({ exact: word, folded: foldVietnamese(word) }))
}
