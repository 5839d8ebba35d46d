import { expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'

it.each([
  { header: undefined, range: 'whole' },
  { header: 'bytes=0-', range: { start: 0, end: 99 } },
  { header: 'bytes=10-19', range: { start: 10, end: 19 } },
  { header: 'bytes=90-500', range: { start: 90, end: 99 } },
  { header: 'bytes=-10', range: { start: 90, end: 99 } },
  { header: 'bytes=-500', range: { start: 0, end: 99 } },
  { header: 'bytes=100-', range: 'unsatisfiable' },
  { header: 'bytes=-0', range: 'unsatisfiable' },
  { header: 'bytes=20-10', range: 'whole' },
  { header: 'bytes=0-1,5-6', range: 'whole' },
  { header: 'bytes=-', range: 'whole' },
  { header: 'pages=1-2', range: 'whole' },
])('RFC 9110: $header of 100 bytes is $range', ({ header, range }) => {
  expect(byteRange(header, 100)).toEqual(range)
})
