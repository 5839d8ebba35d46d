import type { Day } from '@nguon/domain/platform'

/** The lunar date of a day. It is never computed: calendars for other meridians begin some years a day apart. */
export interface LunarDay {
  readonly day: Day
  /** 1 to 30. */
  readonly lunarDay: number
  /** 1 to 12. */
  readonly lunarMonth: number
  /** True for the second month of this number in a year of thirteen. */
  readonly leapMonth: boolean
  readonly lunarYear: number
}

/** `holiday`, `inLieu` and `swapped` are off; a `worked` day is a day of rest on which people work instead. */
export const offKinds = ['holiday', 'inLieu', 'swapped', 'worked'] as const

export type OffKind = (typeof offKinds)[number]

/** Days in a row that differ from an ordinary week. */
export interface OffDays {
  readonly from: Day
  /** The last of them. */
  readonly until: Day
  readonly kind: OffKind
  readonly name: string
}

/** Two sets of data that are approved apart: one comes years ahead, the other is announced for each year. */
export const calendarKinds = ['lunarDays', 'offDays'] as const

export type CalendarKind = (typeof calendarKinds)[number]

/** What is approved for one day; null where no approved data cover it, or where it is a day like others. */
export interface CalendarDay {
  readonly day: Day
  readonly lunar: Omit<LunarDay, 'day'> | null
  readonly off: Pick<OffDays, 'kind' | 'name'> | null
}

/** The days off among `offDays`: those on which an office is closed. */
export function isOff(kind: OffKind): boolean {
  return kind !== 'worked'
}
