import { dayNumber, type Instant, instantToLocal, localToInstant, weekdayOf } from '@nguon/domain/platform'
import { type PlacedDevice, type Placement, quietens, quietSpans, type Selection } from '@nguon/domain/rules'
import { contentKey, type Recurrence, type Slot, type Timetable } from '@nguon/domain/schedule'

/** What the model hears in one minute. */
export interface Heard {
  readonly slotId: string
  readonly day: string
  readonly offsetMinutes: number
}

interface Running {
  readonly slot: Slot
  readonly day: string
  readonly startsAt: number
  readonly endsAt: number
  readonly decided: number
  playedMinutes: number
  playing: boolean
  over: boolean
}

const minute = 60_000

/**
 * SPEC.md told once more, as slowly and plainly as possible: it lives through the time minute by minute, lets everything that
 * wants to play step forward, and plays the first of them. All times have to be whole minutes.
 */
export function hearMinuteByMinute(
  timetable: Timetable,
  device: PlacedDevice,
  from: Instant,
  until: Instant,
): (Heard | null)[] {
  const running: Running[] = []
  const heard: (Heard | null)[] = []
  for (let now: number = from; now < until; now += minute) {
    const at = now as Instant
    const placement = placementNow(device, at)
    for (const slot of timetable.slots) {
      const day = dayStartingNow(timetable, slot, at)
      if (day === null || !placement || !mayPlay(timetable, slot, device, placement, at)) continue
      running.push({
        slot,
        day,
        startsAt: now,
        endsAt: now + slot.durationSeconds * 1000,
        decided: decidedPlace(timetable, slot, placement),
        playedMinutes: 0,
        playing: false,
        over: false,
      })
    }
    for (const one of running) {
      if (
        one.slot.class !== 'emergency' &&
        isSilent(timetable, device, placementNow(device, one.startsAt as Instant), at)
      )
        one.over = true
      if (isStream(one.slot) && now >= one.endsAt) one.over = true
      if (!one.playing && now > one.endsAt + 60 * minute) one.over = true
    }
    const wanting = running.filter(one => !one.over).sort(firstByRank)
    const [winner, ...losers] = wanting
    for (const loser of losers) {
      if (loser.slot.onPreempted === 'drop') loser.over = true
      if (loser.slot.onPreempted === 'restart') loser.playedMinutes = 0
      loser.playing = false
    }
    heard.push(winner ? play(winner, now) : null)
  }
  return heard
}

function play(winner: Running, now: number): Heard {
  winner.playing = true
  const offsetMinutes = isStream(winner.slot) ? (now - winner.startsAt) / minute : winner.playedMinutes
  winner.playedMinutes += 1
  if (!isStream(winner.slot) && winner.playedMinutes * 60 === winner.slot.durationSeconds) winner.over = true
  return { slotId: winner.slot.id, day: winner.day, offsetMinutes }
}

const isStream = (slot: Slot) => slot.content.kind === 'relay' || slot.content.kind === 'live'

function placementNow(device: PlacedDevice, at: Instant): Placement | undefined {
  return device.placements.filter(placement => placement.since <= at).at(-1)
}

function dayStartingNow(timetable: Timetable, slot: Slot, at: Instant): string | null {
  const { day } = instantToLocal(at, timetable.zone)
  return happensOn(slot.recurrence, day) && localToInstant(day, slot.timeOfDay, timetable.zone) === at ? day : null
}

function happensOn(recurrence: Recurrence, day: string): boolean {
  if (recurrence.kind === 'once') return recurrence.day === day
  if (recurrence.exceptions.some(other => other === day)) return false
  if (recurrence.extraDays.some(other => other === day)) return true
  if (day < recurrence.from || (recurrence.until !== null && day > recurrence.until)) return false
  const typed = recurrence.extraDays.concat(recurrence.from)[0]
  const passed = dayNumber(day as NonNullable<typeof typed>) - dayNumber(recurrence.from)
  const weekday = weekdayOf(day as NonNullable<typeof typed>)
  switch (recurrence.kind) {
    case 'days':
      return passed % recurrence.interval === 0
    case 'weeks': {
      const weeks = (passed - weekday + weekdayOf(recurrence.from)) / 7
      return weeks % recurrence.interval === 0 && recurrence.weekdays.includes(weekday)
    }
    case 'months': {
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
      const [firstYear = 0, firstMonth = 0] = recurrence.from.split('-').map(Number)
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      const named = recurrence.monthDays.some(
        named => named === dayOfMonth || (named < 0 && last + 1 + named === dayOfMonth),
      )
      return named && ((year - firstYear) * 12 + month - firstMonth) % recurrence.interval === 0
    }
  }
}

function mayPlay(timetable: Timetable, slot: Slot, device: PlacedDevice, placement: Placement, at: Instant): boolean {
  const content = timetable.contents.find(content => content.key === contentKey(slot.content))
  if (!content?.usable) return false
  const endsAt = at + slot.durationSeconds * 1000
  const classes = ['normal', 'priority', 'emergency']
  for (const limits of content.limits) {
    if (!placement.path.some(unit => limits.area.includes(unit))) return false
    if (at < limits.period.startsAt || endsAt > limits.period.endsAt) return false
    if (classes.indexOf(slot.class) > classes.indexOf(limits.class)) return false
  }
  if (!placement.path.includes(slot.unitId)) return false
  if (!names(slot.target, device, placement) || names(slot.target.except, device, placement)) return false
  const fromAbove = placement.path.indexOf(slot.unitId) < placement.path.indexOf(placement.unitId)
  if (slot.class !== 'normal' || !fromAbove) return true
  const word = timetable.takings.find(taking => taking.unitId === placement.unitId && taking.slotId === slot.id)
  if (word) return word.taken
  return timetable.standingTakings.some(
    taking => taking.unitId === placement.unitId && taking.fromUnitId === slot.unitId,
  )
}

function names({ units, groups, devices }: Selection, device: PlacedDevice, { path, groups: own }: Placement): boolean {
  return (
    units.some(unit => path.includes(unit)) || groups.some(group => own.includes(group)) || devices.includes(device.id)
  )
}

function isSilent(timetable: Timetable, device: PlacedDevice, placement: Placement | undefined, at: Instant): boolean {
  if (!placement) return false
  const { day, timeOfDay } = instantToLocal(at, timetable.zone)
  const yesterday = ((weekdayOf(day) + 5) % 7) + 1
  const within = ({ from, until }: { from: string; until: string }) =>
    from < until ? from <= timeOfDay && timeOfDay < until : timeOfDay >= from || timeOfDay < until
  const onPath = timetable.rules.filter(rules => placement.path.includes(rules.unitId))
  const ruled = onPath.flatMap(rules => rules.quietHours ?? [])
  const quiet = ruled.length > 0 ? ruled.flatMap(rule => rule.value) : [{ from: '21:30', until: '05:00' }]
  if (quiet.some(within)) return true
  for (const { silentDays, broadcastWindows, maximumVolumeByHour } of onPath) {
    if (maximumVolumeByHour?.value[Number(timeOfDay.slice(0, 2))] === 0) return true
    if (silentDays?.value.days.includes(day) || silentDays?.value.weekdays.includes(weekdayOf(day))) return true
    const open = broadcastWindows?.value.some(window => {
      const belongsTo = window.from >= window.until && timeOfDay < window.until ? yesterday : weekdayOf(day)
      return within(window) && window.weekdays.includes(belongsTo)
    })
    if (open === false) return true
  }
  return timetable.quietPlaces.some(
    place =>
      quietens(place, device, placement) &&
      quietSpans(place, { startsAt: at, endsAt: (at + 1) as Instant }, timetable.zone).length > 0,
  )
}

function decidedPlace(timetable: Timetable, slot: Slot, placement: Placement): number {
  const order = timetable.priorityOrders.find(order => order.unitId === placement.unitId)
  const place = order?.slotIds.indexOf(slot.id) ?? -1
  return place < 0 ? Number.POSITIVE_INFINITY : place
}

function firstByRank(one: Running, other: Running): number {
  const classes = ['emergency', 'priority', 'normal']
  const byClass = classes.indexOf(one.slot.class) - classes.indexOf(other.slot.class)
  if (byClass !== 0) return byClass
  if (one.slot.class === 'priority' && one.decided !== other.decided) return one.decided < other.decided ? -1 : 1
  if (one.slot.class !== 'normal' && one.slot.depth !== other.slot.depth) return one.slot.depth - other.slot.depth
  if (one.slot.order !== other.slot.order) return one.slot.order - other.slot.order
  if (one.startsAt !== other.startsAt) return one.startsAt - other.startsAt
  return `${one.slot.id} ${one.day}` < `${other.slot.id} ${other.day}` ? -1 : 1
}
