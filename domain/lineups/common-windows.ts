import { secondOfDay, timeOfDayAt } from '@nguon/domain/platform'
import type { BroadcastWindow } from '@nguon/domain/rules'

const day = 86_400
const week = 7 * day

/** Seconds from Monday 00:00 to the next, `[from, until)`. */
type Stretch = readonly [from: number, until: number]

/**
 * What all of the rules allow, as one list of windows; empty: everything. None of the windows runs over midnight: one that
 * ends with its day ends at 00:00. Where the rules have no time in common the one window has no weekday, so that the list
 * is not empty and yet never matches.
 */
export function commonWindows(rules: readonly (readonly BroadcastWindow[])[]): BroadcastWindow[] {
  const [first, ...others] = rules.map(stretchesOf)
  if (!first) return []
  const common = others.reduce<readonly Stretch[]>(intersection, first)
  if (common.length === 0) return [{ weekdays: [], from: timeOfDayAt(0), until: timeOfDayAt(0) }]
  return byHours(common.flatMap(withinDays))
}

function stretchesOf(windows: readonly BroadcastWindow[]): Stretch[] {
  const stretches = windows.flatMap(({ weekdays, from, until }) =>
    weekdays.flatMap((weekday): Stretch[] => {
      const start = (weekday - 1) * day + secondOfDay(from)
      const length = secondOfDay(until) - secondOfDay(from) + (until > from ? 0 : day)
      if (start + length <= week) return [[start, start + length]]
      return [
        [start, week],
        [0, start + length - week],
      ]
    }),
  )
  const merged: [number, number][] = []
  for (const [from, until] of stretches.sort((one, other) => one[0] - other[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else merged.push([from, until])
  }
  return merged
}

function intersection(first: readonly Stretch[], second: readonly Stretch[]): Stretch[] {
  return first.flatMap(([from, until]) =>
    second
      .map(([start, end]): Stretch => [Math.max(from, start), Math.min(until, end)])
      .filter(([start, end]) => start < end),
  )
}

function withinDays([from, until]: Stretch): Stretch[] {
  const pieces: Stretch[] = []
  for (let start = from; start < until; ) {
    const end = Math.min(until, (Math.floor(start / day) + 1) * day)
    pieces.push([start, end])
    start = end
  }
  return pieces
}

function byHours(stretches: readonly Stretch[]): BroadcastWindow[] {
  const windows = new Map<string, { weekdays: number[]; from: number; until: number }>()
  for (const [start, end] of stretches) {
    const midnight = Math.floor(start / day) * day
    const [from, until] = [start - midnight, (end - midnight) % day]
    const window = windows.get(`${from} ${until}`) ?? { weekdays: [], from, until }
    window.weekdays.push(midnight / day + 1)
    windows.set(`${from} ${until}`, window)
  }
  return [...windows.values()]
    .sort((one, other) => one.from - other.from || one.until - other.until)
    .map(({ weekdays, from, until }) => ({ weekdays, from: timeOfDayAt(from), until: timeOfDayAt(until) }))
}
