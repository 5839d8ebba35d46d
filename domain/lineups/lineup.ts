import type {
  AudienceId,
  BulletinId,
  ContentHash,
  Day,
  Instant,
  Sha256,
  SlotId,
  TimeOfDay,
  UnitId,
} from '@nguon/domain/platform'
import type { BulletinClass } from '@nguon/domain/bulletins'

/** What one audience plays, instant by instant, for the next 8 days. The signed document a device obeys. */
export interface Lineup {
  /** Grows by every issue of the whole instance, never within an audience only: a device refuses a lower one. */
  readonly version: number
  readonly audienceId: AudienceId
  /** The unit whose devices these are; a device refuses a line-up for another. */
  readonly unitId: UnitId
  readonly issuedAt: Instant
  /** Issue + 8 days; afterwards the device plays nothing from it. */
  readonly validUntil: Instant
  readonly guard: Guard
  /** In order of start; no two overlap (rule P2). */
  readonly items: readonly LineupItem[]
  readonly media: readonly LineupMedia[]
}

/** One occurrence of a slot, or the part of it that is left after pre-emption. */
export interface LineupItem {
  /** Stable across re-plans: slot and occurrence day. */
  readonly id: string
  readonly slotId: SlotId
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly class: BulletinClass
  readonly title: string
  readonly rendition: LineupRendition
  /** What an approver approved, in order of sounding; written into the airing. */
  readonly contentHashes: readonly ContentHash[]
  readonly bulletinIds: readonly BulletinId[]
}

/** Rendered audio, from an offset in it when an earlier part was pre-empted. */
export interface LineupRendition {
  readonly mediaSha256: Sha256
  readonly offsetSeconds: number
}

/** A file the items need. The address is `/media/<sha256>` of the server. */
export interface LineupMedia {
  readonly sha256: Sha256
  readonly bytes: number
  readonly seconds: number
  readonly mediaType: 'audio/mpeg'
}

/** What the device holds against everything but emergencies, whoever signed it (rule P6). */
export interface Guard {
  /** Offset of local time from UTC, piece by piece over the line-up's life; the device knows no zone database. */
  readonly zoneOffsets: readonly { readonly from: Instant; readonly offsetMinutes: number }[]
  /** Local times in which nothing sounds; `from` may be later than `until`: over midnight. */
  readonly quietHours: readonly { readonly from: TimeOfDay; readonly until: TimeOfDay }[]
  /** Spans in which this audience is silent by an order with a reason: exam, funeral, maintenance. */
  readonly quietSpans: readonly { readonly startsAt: Instant; readonly endsAt: Instant; readonly reason: string }[]
  /** Local times in which something may sound; empty: any outside quiet hours. Weekdays 1 (Monday) to 7. */
  readonly broadcastWindows: readonly {
    readonly weekdays: readonly number[]
    readonly from: TimeOfDay
    readonly until: TimeOfDay
  }[]
  /** Days without any broadcast. */
  readonly silentDays: readonly Day[]
  /** 24 numbers 0 to 100: the loudest volume allowed in each local hour. */
  readonly maximumVolumeByHour: readonly number[]
}
