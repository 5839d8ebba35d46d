import type { ApprovalLimits } from '@nguon/domain/approval'
import type { SlotId, UnitId, Zone } from '@nguon/domain/platform'
import type { QuietPlace, UnitRules } from '@nguon/domain/rules'
import type { ContentKey, Slot } from './slot.ts'

/** Everything resolution looks at besides the devices. Plain data, in any order (rule P9). */
export interface Timetable {
  /** By whose clocks and calendars all of it is meant. */
  readonly zone: Zone
  readonly slots: readonly Slot[]
  /** A slot whose content is not here plays nothing. */
  readonly contents: readonly ContentState[]
  readonly rules: readonly UnitRules[]
  readonly quietPlaces: readonly QuietPlace[]
  readonly takings: readonly Taking[]
  readonly standingTakings: readonly StandingTaking[]
  readonly priorityOrders: readonly PriorityOrder[]
}

/** Why a content may not sound (rule P8). */
export const contentFaults = [
  'UNKNOWN',
  'NOT_APPROVED',
  'WITHDRAWN',
  'EXPIRED',
  'NO_MEDIA',
  'PROGRAMME_PREPARING',
  'PROGRAMME_FAILED',
  'NOT_SUPPORTED',
  'MOURNING',
] as const

export type ContentFault = (typeof contentFaults)[number]

/** What a slot names, as it stands now. */
export type ContentState =
  | {
      readonly key: ContentKey
      readonly usable: true
      /** Length of the audio; null: a stream. */
      readonly seconds: number | null
      /** One for each approval it rests on; all of them hold. */
      readonly limits: readonly ApprovalLimits[]
    }
  | { readonly key: ContentKey; readonly usable: false; readonly fault: ContentFault }

/** A unit's word on one normal slot from above: it airs or it does not (rule P5). */
export interface Taking {
  readonly unitId: UnitId
  readonly slotId: SlotId
  readonly taken: boolean
}

/** A unit's standing rule: it takes every normal slot of this unit above it (rule P5). */
export interface StandingTaking {
  readonly unitId: UnitId
  readonly fromUnitId: UnitId
}

/** A unit's decision on priority slots that collide on its devices: those it lists go first, in this order (rule P3.3). */
export interface PriorityOrder {
  readonly unitId: UnitId
  readonly slotIds: readonly SlotId[]
}
