import { expect, it } from 'vitest'
import type { Day } from '@nguon/domain/platform'
import { readCitation, writeCitation } from './citation.ts'

it.each([
  [
    { article: 'khoản 2 Điều 5', number: '12/QĐ-UBND', day: '2026-01-15' as Day },
    'khoản 2 Điều 5, Quyết định số 12/QĐ-UBND ngày 15/01/2026',
  ],
  [{ article: 'Điều 5 Quy chế', number: '12/QĐ-UBND', day: null }, 'Điều 5 Quy chế, Quyết định số 12/QĐ-UBND'],
  [{ article: 'Điều 5 Quy chế 05/2026', number: '', day: null }, 'Điều 5 Quy chế 05/2026'],
])('a citation is written from its parts and read again: %o', (parts, text) => {
  expect(writeCitation(parts)).toBe(text)
  expect(readCitation(text)).toEqual(parts)
})

it('what was written in another way is kept whole', () => {
  const text = 'khoản 1 Điều 6, Quy chế kèm theo Quyết định số 28/2025/QĐ-UBND của UBND tỉnh'
  expect(readCitation(text)).toEqual({ article: text, number: '', day: null })
})
