import { type Actor, type Instant, type UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { hasSecondFactor, mayReachOnPaper } from './rights.ts'

const now = Date.UTC(2026, 10, 21, 1) as Instant
const minute = 60_000
const given = (minutesAgo: number | null): Pick<Actor, 'secondFactorAt'> => ({
  secondFactorAt: minutesAgo === null ? null : ((now - minutesAgo * minute) as Instant),
})

describe('T6: the second factor an approval asks for', () => {
  it.each([
    { level: 'normal', unitAsks: false, minutesAgo: null, enough: true },
    { level: 'normal', unitAsks: true, minutesAgo: null, enough: false },
    { level: 'normal', unitAsks: true, minutesAgo: 11 * 60, enough: true },
    { level: 'normal', unitAsks: true, minutesAgo: 13 * 60, enough: false },
    { level: 'priority', unitAsks: false, minutesAgo: null, enough: false },
    { level: 'priority', unitAsks: false, minutesAgo: 11 * 60, enough: true },
    { level: 'priority', unitAsks: false, minutesAgo: 13 * 60, enough: false },
    { level: 'emergency', unitAsks: false, minutesAgo: 9, enough: true },
    { level: 'emergency', unitAsks: true, minutesAgo: 11, enough: false },
  ] as const)('$level, asked by the unit: $unitAsks, given $minutesAgo minutes ago: $enough', row => {
    const { level, unitAsks, minutesAgo, enough } = row
    expect(hasSecondFactor(given(minutesAgo), level, { unitAsks, now })).toBe(enough)
  })
})

describe('C2: how far a signed sheet reaches', () => {
  const [province, commune, village, sibling] = ['province', 'commune', 'village', 'sibling'] as UnitId[] as [
    UnitId,
    UnitId,
    UnitId,
    UnitId,
  ]
  it.each([
    { area: [[province, commune]], reached: true },
    { area: [[province, commune, village]], reached: true },
    { area: [[province]], reached: false },
    {
      area: [
        [province, commune],
        [province, sibling],
      ],
      reached: false,
    },
  ])('$area: $reached', ({ area, reached }) => {
    expect(mayReachOnPaper([province, commune], area)).toBe(reached)
  })
})
