import { dayNumber, dayOf, millisecondsPerDay, secondOfDay, timeOfDayAt } from './calendar.ts'
import { type Day, type Instant, instant, type Span, type TimeOfDay } from './instant.ts'

/** An IANA zone such as `Asia/Ho_Chi_Minh`. */
export type Zone = string

/** A stretch of time with one offset. Offsets are milliseconds: local time minus UTC. */
interface OffsetPiece {
  readonly from: number
  readonly until: number
  readonly offset: number
}

interface ZoneTable {
  readonly format: Intl.DateTimeFormat
  /** By UTC year, the pieces that cover it. */
  readonly years: Map<number, readonly OffsetPiece[]>
  latest: OffsetPiece
}

// Asking Intl costs a microsecond; recurrence asks thousands of times for the same few pieces.
const tables = new Map<Zone, ZoneTable>()

const noPiece: OffsetPiece = { from: 0, until: 0, offset: 0 }

function tableOf(zone: Zone): ZoneTable {
  const known = tables.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const table = { format, years: new Map(), latest: noPiece }
  tables.set(zone, table)
  return table
}

function askIntl(format: Intl.DateTimeFormat, milliseconds: number): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(milliseconds))
  if (!match?.[1]) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -1000 : 1000) * seconds
}

/** Looks once a day and halves where the offset differs: finds every change but two within 24 hours that undo each other. */
function piecesOfYear(format: Intl.DateTimeFormat, year: number): readonly OffsetPiece[] {
  const end = Date.UTC(year + 1, 0, 1)
  const pieces: OffsetPiece[] = []
  let from = Date.UTC(year, 0, 1)
  let offset = askIntl(format, from)
  for (let day = from + millisecondsPerDay; day <= end; day += millisecondsPerDay) {
    const next = askIntl(format, day)
    if (next === offset) continue
    let before = day - millisecondsPerDay
    let after = day
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000
      if (askIntl(format, middle) === offset) before = middle
      else after = middle
    }
    pieces.push({ from, until: after, offset })
    from = after
    offset = next
  }
  if (from < end) pieces.push({ from, until: end, offset })
  return pieces
}

function pieceAt(milliseconds: number, table: ZoneTable): OffsetPiece {
  const { latest } = table
  if (milliseconds >= latest.from && milliseconds < latest.until) return latest
  const year = new Date(milliseconds).getUTCFullYear()
  let pieces = table.years.get(year)
  if (!pieces) {
    pieces = piecesOfYear(table.format, year)
    table.years.set(year, pieces)
  }
  table.latest = pieces.find(piece => milliseconds < piece.until) ?? latest
  return table.latest
}

/** False for a name the zone database of this machine does not hold. */
export function isZone(name: string): boolean {
  try {
    tableOf(name)
    return true
  } catch {
    return false
  }
}

/** Local time minus UTC, in milliseconds. */
export function offsetAt(at: Instant, zone: Zone): number {
  return pieceAt(at, tableOf(zone)).offset
}

/**
 * The instant at which clocks of the zone show this day and time. In a gap (clocks put forward) the time is read with the
 * offset from before the gap, so 02:30 becomes 03:30; in an overlap (clocks put back) the first of the two instants holds.
 * These are the rules of RFC 5545 §3.3.5 and of Temporal's `compatible`.
 */
export function localToInstant(day: Day, timeOfDay: TimeOfDay, zone: Zone): Instant {
  return localSecondToInstant(dayNumber(day), secondOfDay(timeOfDay), zone)
}

/** As `localToInstant`, in numbers: `second` counts from local midnight and may run over the day's end. */
export function localSecondToInstant(day: number, second: number, zone: Zone): Instant {
  const local = day * millisecondsPerDay + second * 1000
  const table = tableOf(zone)
  const before = pieceAt(local - millisecondsPerDay, table).offset
  const after = pieceAt(local + millisecondsPerDay, table).offset
  if (before === after) return (local - before) as Instant
  if (pieceAt(local - before, table).offset === before) return (local - before) as Instant
  if (pieceAt(local - after, table).offset === after) return (local - after) as Instant
  return (local - before) as Instant
}

/** What calendars and clocks of the zone show at an instant; milliseconds are cut off. */
export function instantToLocal(at: Instant, zone: Zone): { readonly day: Day; readonly timeOfDay: TimeOfDay } {
  const local = at + offsetAt(at, zone)
  const day = Math.floor(local / millisecondsPerDay)
  return { day: dayOf(day), timeOfDay: timeOfDayAt(Math.floor((local - day * millisecondsPerDay) / 1000)) }
}

/** The calendar day of the zone at an instant, as a number (see `dayOf`). */
export function dayNumberAt(at: Instant, zone: Zone): number {
  return Math.floor((at + offsetAt(at, zone)) / millisecondsPerDay)
}

/** The offset piece by piece: the first piece starts where the span does, the others where the offset changes. */
export function offsetPieces(span: Span, zone: Zone): readonly (Span & { readonly offset: number })[] {
  const table = tableOf(zone)
  const pieces: { startsAt: Instant; endsAt: Instant; offset: number }[] = []
  for (let at: number = span.startsAt; at < span.endsAt; ) {
    const piece = pieceAt(at, table)
    const endsAt = instant(Math.min(piece.until, span.endsAt))
    const last = pieces.at(-1)
    if (last?.offset === piece.offset) last.endsAt = endsAt
    else pieces.push({ startsAt: instant(at), endsAt, offset: piece.offset })
    at = endsAt
  }
  return pieces
}

/** The zone as a device knows it: it holds no zone database. Offsets are rounded to whole minutes. */
export function zoneOffsets(span: Span, zone: Zone): { readonly from: Instant; readonly offsetMinutes: number }[] {
  return offsetPieces(span, zone).map(piece => ({
    from: piece.startsAt,
    offsetMinutes: Math.round(piece.offset / 60_000),
  }))
}
