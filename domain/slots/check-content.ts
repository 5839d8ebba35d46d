import type { ApprovalLimits } from '@nguon/domain/approval'
import type { UnitId } from '@nguon/domain/platform'
import { type PlacedDevice, placementAt } from '@nguon/domain/rules'
import { type Occurrence, isAbove, isStream, type Slot, type ContentState } from '@nguon/domain/schedule'
import type { Violation } from './violation.ts'

/** Rule P8: what the slot plays is approved for all it plans to do with it. */
export function checkContent(
  slot: Slot,
  content: ContentState,
  occurrences: readonly Occurrence[],
  reached: readonly PlacedDevice[],
  pathOf: (unitId: UnitId) => readonly UnitId[],
): Violation[] {
  if (!content.usable) return [{ code: 'CONTENT_UNUSABLE', rule: 'P8.1', fault: content.fault }]
  const { durationSeconds } = slot
  const seconds = isStream(slot.content) ? null : content.seconds
  const tooLong = seconds !== null && seconds > durationSeconds
  return [
    ...content.limits.flatMap(limits => checkLimits(slot, limits, occurrences, reached, pathOf)),
    ...(tooLong ? [{ code: 'CONTENT_TOO_LONG', rule: 'P8.4', seconds, durationSeconds } as const] : []),
  ]
}

function checkLimits(
  slot: Slot,
  { area, period, class: approved }: ApprovalLimits,
  occurrences: readonly Occurrence[],
  reached: readonly PlacedDevice[],
  pathOf: (unitId: UnitId) => readonly UnitId[],
): Violation[] {
  const inside = (path: readonly UnitId[]) => path.some(unit => area.includes(unit))
  const startsAt = occurrences[0]?.startsAt
  const outsideUnits = slot.target.units.filter(unit => !inside(pathOf(unit)))
  const outsideDevices = reached.filter(device => {
    const path = startsAt === undefined ? [] : (placementAt(device, startsAt)?.path ?? [])
    return startsAt !== undefined && !inside(path) && !path.some(unit => outsideUnits.includes(unit))
  })
  const outside = [...outsideUnits, ...outsideDevices.map(device => device.id)]
  const late = occurrences.find(({ startsAt, endsAt }) => startsAt < period.startsAt || endsAt > period.endsAt)
  const violations: Violation[] = []
  if (outside.length > 0) violations.push({ code: 'OUTSIDE_APPROVED_AREA', rule: 'P8.2', outside, area })
  if (late) violations.push({ code: 'OUTSIDE_APPROVED_PERIOD', rule: 'P8.2', period, occurrence: late })
  if (isAbove(slot.class, approved)) {
    violations.push({ code: 'ABOVE_APPROVED_CLASS', rule: 'P8.2', class: slot.class, approved })
  }
  return violations
}
