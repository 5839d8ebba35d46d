import { expect, it } from 'vitest'
import { moved } from './moved.ts'

it.each([
  ['down', 0, 1, ['b', 'a', 'c']],
  ['up', 2, -1, ['a', 'c', 'b']],
  ['beyond the top', 0, -1, ['a', 'b', 'c']],
  ['beyond the end', 2, 1, ['a', 'b', 'c']],
] as const)('S1 one moves %s', (_, place, step, given) => {
  expect(moved(['a', 'b', 'c'], place, step)).toEqual(given)
})
