import { type Instant, millisecondsPerDay, type UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { judgeLimits, longestApprovalDays, suggestedLimits } from './judge-limits.ts'

const now = Date.UTC(2026, 10, 21, 1) as Instant
const inDays = (days: number) => (now + days * millisecondsPerDay) as Instant
const open = { class: 'normal', validFrom: null, validUntil: null } as const

describe('C2: the limits an approval may have', () => {
  it.each([
    { given: {}, fault: null },
    { given: { from: -1, until: 1 }, fault: null },
    { given: { from: 0, until: longestApprovalDays }, fault: null },
    { given: { from: 0, until: longestApprovalDays + 1 }, fault: 'APPROVAL_PERIOD_INVALID' },
    { given: { from: 2, until: 1 }, fault: 'APPROVAL_PERIOD_INVALID' },
    { given: { from: 1, until: 1 }, fault: 'APPROVAL_PERIOD_INVALID' },
    { given: { from: -2, until: 0 }, fault: 'APPROVAL_PERIOD_INVALID' },
    { given: {}, written: { validFrom: inDays(1) }, fault: 'APPROVAL_PERIOD_OUTSIDE_VALIDITY' },
    { given: { until: 3 }, written: { validUntil: inDays(2) }, fault: 'APPROVAL_PERIOD_OUTSIDE_VALIDITY' },
    { given: { until: 2 }, written: { validFrom: now, validUntil: inDays(2) }, fault: null },
    { given: {}, written: { class: 'priority' as const }, fault: 'APPROVAL_CLASS_TOO_LOW' },
    { given: { class: 'priority' as const }, written: { class: 'priority' as const }, fault: null },
    { given: { class: 'emergency' as const }, fault: null },
  ])('$given of $written: $fault', ({ given, written, fault }) => {
    const { from, until, class: highestClass } = { from: 0, until: 1, class: 'normal' as const, ...given }
    const limits = { period: { startsAt: inDays(from), endsAt: inDays(until) }, class: highestClass }
    expect(judgeLimits(limits, { ...open, ...written }, now)).toBe(fault)
  })

  it.each([
    { written: {}, from: 0, until: 30 },
    { written: { validFrom: inDays(3) }, from: 3, until: 33 },
    { written: { validFrom: inDays(-3), validUntil: inDays(2) }, from: 0, until: 2 },
    { written: { validUntil: inDays(2000) }, from: 0, until: longestApprovalDays },
  ])('the suggestion for $written can be approved as it is', ({ written, from, until }) => {
    const content = { ...open, class: 'priority' as const, ...written }
    const limits = suggestedLimits('unit' as UnitId, content, now)
    expect(limits).toEqual({
      area: ['unit'],
      period: { startsAt: inDays(from), endsAt: inDays(until) },
      class: 'priority',
    })
    expect(judgeLimits(limits, content, now)).toBeNull()
  })
})
