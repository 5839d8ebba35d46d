import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Day, GrantId, RenditionId, SlotId, TimeOfDay, UnitId } from '@nguon/domain/platform'
import type { Target } from '@nguon/domain/rules'

/** When a programme, a relay or a live session plays, on whom and how often (lịch phát). */
export interface Slot {
  readonly id: SlotId
  readonly title: string
  /** The unit whose decision the slot is; it reaches nothing outside that unit (rule P7.1). */
  readonly unitId: UnitId
  /** Steps from the root of the tree down to `unitId`: of two units above one device the smaller depth is the higher level. */
  readonly depth: number
  readonly class: BulletinClass
  readonly recurrence: Recurrence
  readonly timeOfDay: TimeOfDay
  /** 1 to 86,400; counted in whole milliseconds, rounded up. */
  readonly durationSeconds: number
  readonly content: SlotContent
  readonly target: Target
  readonly onPreempted: PreemptionPolicy
  /** The operator's order among slots of one class and level: the smaller goes first. */
  readonly order: number
}

/** On which days a slot has an occurrence (rules P1.4 to P1.9). */
export type Recurrence =
  | { readonly kind: 'once'; readonly day: Day }
  | ({ readonly kind: 'days'; readonly interval: number } & RecurrenceBounds)
  /** Weekdays 1 (Monday) to 7. Every `interval`-th week is counted from the week of `from`; weeks begin on Monday. */
  | ({ readonly kind: 'weeks'; readonly interval: number; readonly weekdays: readonly number[] } & RecurrenceBounds)
  /** Days of the month 1 to 31, or -1 for the last, -2 for the last but one. A month without such a day is left out. */
  | ({ readonly kind: 'months'; readonly interval: number; readonly monthDays: readonly number[] } & RecurrenceBounds)

export interface RecurrenceBounds {
  readonly from: Day
  /** The last day that may have an occurrence; null: without end. */
  readonly until: Day | null
  /** Days left out, whatever else names them. */
  readonly exceptions: readonly Day[]
  /** Days added, also outside `from` and `until`. */
  readonly extraDays: readonly Day[]
}

/** What plays. A programme plays as the rendition made of it. */
export type SlotContent =
  | { readonly kind: 'rendition'; readonly renditionId: RenditionId }
  /** An outside stream, by its address. */
  | { readonly kind: 'relay'; readonly source: string }
  | { readonly kind: 'live'; readonly grantId: GrantId }

/** What happens to the rest of an occurrence that something higher pre-empted (rule P4). */
export type PreemptionPolicy = 'resume' | 'restart' | 'drop'

/** Names a content among the contents of a timetable. */
export type ContentKey = string

export function contentKey(content: SlotContent): ContentKey {
  switch (content.kind) {
    case 'rendition':
      return `rendition:${content.renditionId}`
    case 'relay':
      return `relay:${content.source}`
    case 'live':
      return `live:${content.grantId}`
  }
}

/** A stream goes on while it is not heard: what was missed of it cannot be played later. */
export function isStream(content: SlotContent): boolean {
  return content.kind !== 'rendition'
}
