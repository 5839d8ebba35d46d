import { instant, instantToLocal, weekdayOf, type Span, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import {
  type BroadcastWindow,
  defaultQuietHours,
  effectiveRules,
  type Hours,
  type Ruled,
  silencesOf,
  type UnitRules,
} from '@nguon/domain/rules'
import type { Visit } from './visit.ts'

const hour = 3_600_000

/** Somebody who answers for the rules of a unit. */
export interface Ruler {
  readonly visit: Visit
  readonly unitId: UnitId
}

interface RulesAnswer {
  readonly version: number
  readonly rules: UnitRules | null
}

/** What had to be opened for the demonstration. */
export interface OpenedHours {
  /** Where the quiet hours that held were moved to. */
  readonly quietHours: Hours | null
  /** The span added to those in which the units allow sound. */
  readonly window: Hours | null
}

/**
 * A demonstration runs at any hour of the day: when the rules of the sample units, from the province down, allow no sound in
 * the span, quiet hours are moved half a day away and two hours are added to the broadcast windows, by those who answer for
 * the rules and on the record. Null when nothing had to be opened.
 */
export async function openHours(rulers: readonly Ruler[], span: Span, zone: string): Promise<OpenedHours | null> {
  const path = rulers.map(({ unitId }) => unitId)
  const found: (Ruler & { version: number; rules: UnitRules })[] = []
  for (const ruler of rulers) {
    const { version, rules } = await ruler.visit.get<RulesAnswer>(`/units/${ruler.unitId}/rules`)
    found.push({ ...ruler, version, rules: rules ?? { unitId: ruler.unitId, ...noRules } })
  }
  const all = found.map(({ rules }) => rules)
  const causes = silencesOf(effectiveRules(path, all), [], span, zone).map(({ cause }) => cause)
  const isQuiet = causes.some(({ code }) => code === 'QUIET_HOURS')
  const isOutside = causes.some(({ code }) => code === 'OUTSIDE_WINDOWS')
  if (!isQuiet && !isOutside) return null

  const at = (milliseconds: number) => instantToLocal(instant(milliseconds), zone).timeOfDay.slice(0, 5) as TimeOfDay
  const moved = { from: at(span.startsAt + 10 * hour), until: at(span.startsAt + 17 * hour) }
  const opensAt = instant(Math.floor(span.startsAt / hour) * hour)
  const opened = { from: at(opensAt), until: at(opensAt + 2 * hour) }
  const weekday = weekdayOf(instantToLocal(opensAt, zone).day)
  const silences = (rules: Partial<UnitRules>, over: Span) =>
    silencesOf(
      effectiveRules([path[0] as UnitId], [{ unitId: path[0] as UnitId, ...noRules, ...rules }]),
      [],
      over,
      zone,
    )

  const isHushed = (hours: Hours) =>
    silences({ quietHours: { value: [hours], citation: '' } }, span).some(({ cause }) => cause.code === 'QUIET_HOURS')
  const isShut = (broadcastWindows: Ruled<readonly BroadcastWindow[]>) =>
    silences({ broadcastWindows }, { startsAt: opensAt, endsAt: instant(opensAt + 2 * hour) }).some(
      ({ cause }) => cause.code === 'OUTSIDE_WINDOWS',
    )
  const byDefault = all.every(({ quietHours }) => quietHours === null)
  for (const { visit, unitId, version, rules } of found) {
    const { quietHours, broadcastWindows } = rules
    const isLowest = unitId === path.at(-1)
    const quiet = quietHours ?? (byDefault && isLowest ? { value: [defaultQuietHours], citation: '' } : null)
    const quietNow = quiet?.value.filter(isHushed) ?? []
    const movesQuiet = isQuiet && quiet !== null && quietNow.length > 0
    const opensWindow = isOutside && broadcastWindows !== null && isShut(broadcastWindows)
    if (!movesQuiet && !opensWindow) continue
    const changed = {
      ...rules,
      quietHours: movesQuiet
        ? ruled(quiet, [...quiet.value.filter(hours => !quietNow.includes(hours)), moved])
        : quietHours,
      broadcastWindows: opensWindow
        ? ruled(broadcastWindows, withWindow(broadcastWindows.value, { ...opened, weekdays: [weekday] }))
        : broadcastWindows,
    }
    await visit.send('PUT', `/units/${unitId}/rules`, { version, rules: changed })
  }
  return { quietHours: isQuiet ? moved : null, window: isOutside ? opened : null }
}

const forDemonstration = 'điều chỉnh cho buổi trình diễn'

function ruled<Value>({ citation }: Ruled<unknown>, value: Value): Ruled<Value> {
  if (citation.includes(forDemonstration)) return { value, citation }
  return { value, citation: citation === '' ? 'Quy chế của buổi trình diễn' : `${citation}, ${forDemonstration}` }
}

/** However often a demonstration starts, there is one window for two hours of the day. */
function withWindow(windows: readonly BroadcastWindow[], added: BroadcastWindow): BroadcastWindow[] {
  const isSame = ({ from, until }: Hours) => from === added.from && until === added.until
  const known = windows.find(isSame)
  const weekdays = [...new Set([...(known?.weekdays ?? []), ...added.weekdays])].toSorted((one, other) => one - other)
  return [...windows.filter(window => window !== known), { ...added, weekdays }]
}

const noRules = {
  quietHours: null,
  broadcastWindows: null,
  silentDays: null,
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: null,
} as const

/** One session more a day than the units allow, where they say how many: for a demonstration that is started once more. */
export async function allowAnotherSession(rulers: readonly Ruler[]): Promise<void> {
  for (const { visit, unitId } of rulers) {
    const { version, rules } = await visit.get<RulesAnswer>(`/units/${unitId}/rules`)
    const limit = rules?.maximumSessionsPerDay
    if (!limit) continue
    const maximumSessionsPerDay = ruled(limit, limit.value + 1)
    await visit.send('PUT', `/units/${unitId}/rules`, { version, rules: { ...rules, maximumSessionsPerDay } })
  }
}
