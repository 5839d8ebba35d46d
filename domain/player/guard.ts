import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Guard } from '@nguon/domain/lineups'
import type { Day, Instant, TimeOfDay } from '@nguon/domain/platform'
import type { VolumeLevel } from './player-effect.ts'

/** Why a device stays silent by its own guard (rule D7). */
export type GuardReason = 'silent-day' | 'quiet-span' | 'quiet-hours' | 'outside-windows' | 'volume-zero'

const minuteMilliseconds = 60_000
const dayMilliseconds = 86_400_000

interface LocalTime {
  readonly day: Day
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly minute: number
}

function localTime(guard: Guard, at: Instant): LocalTime {
  const piece = guard.zoneOffsets.findLast(offset => offset.from <= at) ?? guard.zoneOffsets[0]
  const local = at + (piece?.offsetMinutes ?? 0) * minuteMilliseconds
  const dayNumber = Math.floor(local / dayMilliseconds)
  return {
    day: new Date(dayNumber * dayMilliseconds).toISOString().slice(0, 10) as Day,
    weekday: ((((dayNumber + 3) % 7) + 7) % 7) + 1,
    minute: Math.floor((local - dayNumber * dayMilliseconds) / minuteMilliseconds),
  }
}

function minuteOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** `until` not after `from` goes over midnight; equal ends are the whole day, the silent reading of a doubtful rule. */
function isQuiet(guard: Guard, local: LocalTime): boolean {
  return guard.quietHours.some(quiet => {
    const [from, until] = [minuteOf(quiet.from), minuteOf(quiet.until)]
    return from < until ? from <= local.minute && local.minute < until : local.minute >= from || local.minute < until
  })
}

/** A window over midnight belongs to the weekday it starts on (rule P1 of the schedule). */
function isInWindow(guard: Guard, local: LocalTime): boolean {
  if (guard.broadcastWindows.length === 0) return true
  const yesterday = local.weekday === 1 ? 7 : local.weekday - 1
  return guard.broadcastWindows.some(window => {
    const [from, until] = [minuteOf(window.from), minuteOf(window.until)]
    const today = window.weekdays.includes(local.weekday)
    if (from < until) return today && from <= local.minute && local.minute < until
    return (today && local.minute >= from) || (window.weekdays.includes(yesterday) && local.minute < until)
  })
}

/** Why nothing of this class may sound at this instant; null when it may. */
export function forbiddenBy(guard: Guard, at: Instant, bulletinClass: BulletinClass): GuardReason | null {
  if (bulletinClass === 'emergency') return null
  const local = localTime(guard, at)
  if (guard.silentDays.includes(local.day)) return 'silent-day'
  if (guard.quietSpans.some(span => span.startsAt <= at && at < span.endsAt)) return 'quiet-span'
  if (isQuiet(guard, local)) return 'quiet-hours'
  if (!isInWindow(guard, local)) return 'outside-windows'
  if (volumeAt(guard, at, bulletinClass) === 0) return 'volume-zero'
  return null
}

/** The hours of the day in which even an unexpected sound startles nobody, whatever the rules of a unit leave open. */
export function isDaytime(guard: Guard, at: Instant): boolean {
  const { minute } = localTime(guard, at)
  return minute >= 7 * 60 && minute < 20 * 60
}

function volumeAt(guard: Guard, at: Instant, bulletinClass: BulletinClass): number {
  if (bulletinClass === 'emergency') return 100
  return guard.maximumVolumeByHour[Math.floor(localTime(guard, at).minute / 60)] ?? 0
}

/** Every instant in `(from, until)` at which the guard can change: whole minutes, ends of spans, changes of offset. */
function edges(guard: Guard, from: Instant, until: Instant): Instant[] {
  const found: Instant[] = []
  for (let at = (Math.floor(from / minuteMilliseconds) + 1) * minuteMilliseconds; at < until; at += minuteMilliseconds)
    found.push(at as Instant)
  const others = [
    ...guard.quietSpans.flatMap(span => [span.startsAt, span.endsAt]),
    ...guard.zoneOffsets.map(o => o.from),
  ]
  found.push(...others.filter(at => from < at && at < until))
  return found.sort((left, right) => left - right)
}

/** How long something of this class that starts at `from` may sound, at most until `until`, and what ends it earlier. */
export function soundingLimit(
  guard: Guard,
  from: Instant,
  until: Instant,
  bulletinClass: BulletinClass,
): { readonly until: Instant; readonly by: GuardReason | null } {
  if (bulletinClass === 'emergency') return { until, by: null }
  for (const at of edges(guard, from, until)) {
    const by = forbiddenBy(guard, at, bulletinClass)
    if (by) return { until: at, by }
  }
  return { until, by: null }
}

/** The volumes a playback from `from` to `until` goes through, hour by hour (rule D8). */
export function volumeLevels(
  guard: Guard,
  from: Instant,
  until: Instant,
  bulletinClass: BulletinClass,
): readonly VolumeLevel[] {
  const levels: VolumeLevel[] = [{ fromSeconds: 0, volume: volumeAt(guard, from, bulletinClass) }]
  for (const at of edges(guard, from, until)) {
    const volume = volumeAt(guard, at, bulletinClass)
    if (volume !== levels.at(-1)?.volume) levels.push({ fromSeconds: (at - from) / 1000, volume })
  }
  return levels
}
