import { dayNumberAt, dayOf, type Day, type Span, weekdayOf, zoneOffsets } from '@nguon/domain/platform'
import type { EffectiveRules, Hours } from '@nguon/domain/rules'
import { type Horizon, type Reach, rulesAt } from '@nguon/domain/schedule'
import { commonWindows } from './common-windows.ts'
import type { Guard } from './lineup.ts'

/**
 * What devices of this reach hold by their own clock while the line-up lives, which is `span`: the rules of where they stand
 * when it is issued.
 */
export function guardFor(horizon: Horizon, reach: Reach, span: Span): Guard {
  const { zone } = horizon.index.timetable
  const rules = rulesOf(horizon, reach, span)
  const silences = (pieceAt(reach, span)?.silent.silences ?? []).filter(
    ({ startsAt, endsAt }) => startsAt < span.endsAt && endsAt > span.startsAt,
  )
  return {
    zoneOffsets: zoneOffsets(span, zone),
    quietHours: distinctHours(rules.quietHours.flatMap(({ value }) => value)),
    quietSpans: silences.flatMap(({ startsAt, endsAt, cause }) =>
      cause.code === 'QUIET_PLACE' ? [{ startsAt, endsAt, reason: `${cause.name} (${cause.citation})` }] : [],
    ),
    broadcastWindows: commonWindows(rules.broadcastWindows.map(({ value }) => value)),
    silentDays: silentDaysOf(rules, dayNumberAt(span.startsAt, zone), dayNumberAt(span.endsAt, zone)),
    maximumVolumeByHour: rules.maximumVolumeByHour,
  }
}

/** The rules that hold for devices of this reach when the line-up is issued. */
export function rulesOf(horizon: Horizon, reach: Reach, span: Span): EffectiveRules {
  return rulesAt(horizon.index, pieceAt(reach, span)?.placement.path ?? [])
}

function pieceAt({ pieces }: Reach, span: Span): Reach['pieces'][number] | undefined {
  return pieces.find(({ endsAt }) => endsAt > span.startsAt)
}

function distinctHours(hours: readonly Hours[]): Hours[] {
  return [...new Map(hours.map(({ from, until }) => [`${from}-${until}`, { from, until }])).values()]
}

function silentDaysOf({ silentDays }: EffectiveRules, first: number, last: number): Day[] {
  const days = Array.from({ length: last - first + 1 }, (_, place) => dayOf(first + place))
  return days.filter(day =>
    silentDays.some(({ value }) => value.days.includes(day) || value.weekdays.includes(weekdayOf(day))),
  )
}
