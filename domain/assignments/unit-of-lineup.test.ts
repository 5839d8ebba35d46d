import type { UnitId } from '@nguon/domain/platform'
import { expect, it } from 'vitest'
import { unitOfLineup } from './unit-of-lineup.ts'

const [first, second, third] = ['a', 'b', 'c'].map(letter => letter.repeat(26) as UnitId) as [UnitId, UnitId, UnitId]
const moves = [
  { version: 20, formerUnitId: second, unitId: third },
  { version: 10, formerUnitId: first, unitId: second },
]

it.each([
  [9, first],
  [11, second],
  [21, third],
])('a line-up of version %i was one of %s', (version, unitId) =>
  expect(unitOfLineup(moves, version, third)).toBe(unitId),
)

it('a device that was never moved played for its unit', () => expect(unitOfLineup([], 5, first)).toBe(first))
