import { type BulletinClass, bulletinClasses } from '@nguon/domain/bulletins'
import type { DeviceId, Span, UnitId } from '@nguon/domain/platform'
import { type Placement, selects } from '@nguon/domain/rules'
import type { Slot } from './slot.ts'
import type { ContentFault } from './timetable.ts'
import { contentOf, type TimetableIndex } from './timetable-index.ts'

/** Why a slot has no part in what a device plays. */
export type ReachFault =
  | { readonly code: 'OUTSIDE_ISSUER'; readonly unitId: UnitId }
  | { readonly code: 'NOT_TARGETED' }
  | { readonly code: 'EXCEPTED' }
  | { readonly code: 'NOT_TAKEN'; readonly unitId: UnitId; readonly refused: boolean }
  | { readonly code: 'CONTENT_UNUSABLE'; readonly fault: ContentFault }
  | { readonly code: 'OUTSIDE_APPROVED_AREA'; readonly area: readonly UnitId[] }
  | { readonly code: 'ABOVE_APPROVED_CLASS'; readonly class: BulletinClass; readonly approved: BulletinClass }

/** Null when the slot reaches the device placed so: rules P5, P7, P8. What depends on the occurrence is looked at later. */
export function reachFault(
  index: TimetableIndex,
  slot: Slot,
  deviceId: DeviceId,
  placement: Placement,
): ReachFault | null {
  if (!placement.path.includes(slot.unitId)) return { code: 'OUTSIDE_ISSUER', unitId: slot.unitId }
  if (!selects(slot.target, deviceId, placement)) return { code: 'NOT_TARGETED' }
  if (selects(slot.target.except, deviceId, placement)) return { code: 'EXCEPTED' }
  return contentFaultOf(index, slot, placement.path) ?? takingFault(index, slot, placement)
}

/** Null when the content may sound on devices with this path, as far as area and class go. */
function contentFaultOf(index: TimetableIndex, slot: Slot, path: readonly UnitId[]): ReachFault | null {
  const content = contentOf(index, slot)
  if (!content.usable) return { code: 'CONTENT_UNUSABLE', fault: content.fault }
  for (const limits of content.limits) {
    if (!limits.area.some(unit => path.includes(unit))) return { code: 'OUTSIDE_APPROVED_AREA', area: limits.area }
    if (isAbove(slot.class, limits.class)) {
      return { code: 'ABOVE_APPROVED_CLASS', class: slot.class, approved: limits.class }
    }
  }
  return null
}

function takingFault(index: TimetableIndex, slot: Slot, placement: Placement): ReachFault | null {
  const { unitId, path } = placement
  const fromAbove = path.indexOf(slot.unitId) < path.indexOf(unitId)
  if (slot.class !== 'normal' || !fromAbove) return null
  const word = index.takings.get(unitId)?.get(slot.id)
  const taken = word ?? index.standingTakings.get(unitId)?.has(slot.unitId) ?? false
  return taken ? null : { code: 'NOT_TAKEN', unitId, refused: word === false }
}

export function isAbove(first: BulletinClass, second: BulletinClass): boolean {
  return bulletinClasses.indexOf(first) > bulletinClasses.indexOf(second)
}

/** The first approved period that does not hold the whole occurrence; null when all do (rule P8.2). */
export function periodMissed(index: TimetableIndex, slot: Slot, occurrence: Span): Span | null {
  const content = contentOf(index, slot)
  if (!content.usable) return null
  const missed = content.limits.find(
    ({ period }) => occurrence.startsAt < period.startsAt || occurrence.endsAt > period.endsAt,
  )
  return missed?.period ?? null
}
