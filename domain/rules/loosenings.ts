import { secondOfDay, secondsPerDay, type UnitId } from '@nguon/domain/platform'
import { effectiveRules, type Held } from './effective-rules.ts'
import type { BroadcastWindow, Hours, RuleName, UnitRules } from './unit-rules.ts'

/** A rule that would allow what a unit above forbids, with the one above. */
export interface Loosening {
  /** Silent days only add up: they loosen nothing. */
  readonly rule: Exclude<RuleName, 'silentDays'>
  /** The unit above that made the stricter one. */
  readonly unitId: UnitId
  readonly citation: string
}

/**
 * The rules that say less than what already holds above: a larger number, a louder hour, a window that opens where a window
 * above is shut, quiet hours within those of a unit above (rule P6.2). What only adds to the rules above is none.
 */
export function looseningsOf(own: UnitRules, pathAbove: readonly UnitId[], above: readonly UnitRules[]): Loosening[] {
  const held = effectiveRules(pathAbove, above)
  const found: Loosening[] = []
  const tell = (rule: Loosening['rule'], stricter: Pick<Held<unknown>, 'unitId' | 'citation'> | null | undefined) => {
    if (stricter?.unitId) found.push({ rule, unitId: stricter.unitId, citation: stricter.citation })
  }
  const byUnits = held.quietHours.filter(({ unitId }) => unitId !== null)
  const quiet = own.quietHours?.value ?? []
  const narrower = byUnits.find(({ value }) =>
    value.some(wider => quiet.some(span => isWithin(span, wider)) && !quiet.some(span => isWithin(wider, span))),
  )
  tell('quietHours', narrower)
  const windows = own.broadcastWindows?.value ?? []
  tell(
    'broadcastWindows',
    held.broadcastWindows.find(({ value }) => !windows.every(window => isOpen(window, value))),
  )
  for (const rule of ['maximumSessionsPerDay', 'minutesPerSession'] as const) {
    const [mine, limit] = [own[rule], held[rule]]
    if (mine && limit && mine.value > limit.value) tell(rule, limit)
  }
  const louder = above.find(
    ({ unitId, maximumVolumeByHour }) =>
      pathAbove.includes(unitId) &&
      own.maximumVolumeByHour?.value.some((volume, hour) => volume > (maximumVolumeByHour?.value[hour] ?? 100)),
  )
  if (louder)
    tell('maximumVolumeByHour', { unitId: louder.unitId, citation: louder.maximumVolumeByHour?.citation ?? '' })
  return found
}

const minutesPerDay = secondsPerDay / 60

/** Minutes after midnight; the second runs over a day when the hours run over midnight. */
function minutesOf({ from, until }: Hours): [number, number] {
  const [start, end] = [secondOfDay(from) / 60, secondOfDay(until) / 60]
  return [start, end > start ? end : end + minutesPerDay]
}

function isWithin(span: Hours, wider: Hours): boolean {
  const [from, until] = minutesOf(span)
  const [start, end] = minutesOf(wider)
  return [0, minutesPerDay].some(shift => start <= from + shift && until + shift <= end)
}

/** Every minute of the window lies in a window above, which may be several after each other. */
function isOpen(window: BroadcastWindow, above: readonly BroadcastWindow[]): boolean {
  const [from, until] = minutesOf(window)
  return window.weekdays.every(weekday => {
    for (let minute = from; minute < until; minute += 1) {
      if (!above.some(other => holdsMinute(other, weekday, minute))) return false
    }
    return true
  })
}

/** `minute` counts from midnight of `weekday` and may run into the next day. */
function holdsMinute(window: BroadcastWindow, weekday: number, minute: number): boolean {
  const [from, until] = minutesOf(window)
  return window.weekdays.some(day => {
    const shift = ((day - weekday + 7) % 7) * minutesPerDay
    return [shift, shift - 7 * minutesPerDay].some(start => start + from <= minute && minute < start + until)
  })
}
