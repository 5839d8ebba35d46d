import type { Day } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { bookValue, noAsset, warrantyState } from './device-asset.ts'

const bought = { ...noAsset, purchasedOn: '2024-03-10' as Day, price: 12_500_000, usefulYears: 5 }

describe('L1 a device as a thing that is owned', () => {
  it.each([
    ['2024-03-10', 12_500_000],
    ['2025-03-09', 12_500_000],
    ['2025-03-10', 10_000_000],
    ['2026-11-21', 7_500_000],
    ['2029-03-10', 0],
    ['2040-01-01', 0],
    ['2023-01-01', 12_500_000],
  ])('on %s it is worth %s đồng', (day, value) => {
    expect(bookValue(bought, day as Day)).toBe(value)
  })

  it('nothing is reckoned from what is unknown', () => {
    for (const unknown of ['purchasedOn', 'price', 'usefulYears']) {
      expect(bookValue({ ...bought, [unknown]: null }, '2026-11-21' as Day)).toBeNull()
    }
  })

  it.each([
    [null, 'unknown'],
    ['2026-11-20', 'over'],
    ['2026-11-21', 'ending'],
    ['2026-12-21', 'ending'],
    ['2026-12-22', 'running'],
  ] as const)('a warranty until %s is %s', (warrantyUntil, state) => {
    expect(warrantyState({ warrantyUntil: warrantyUntil as Day | null }, '2026-11-21' as Day)).toBe(state)
  })
})
