import { type Instant, instant, instantToLocal, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import { defaultQuietHours, type UnitRules } from '@nguon/domain/rules'
import type { Visit } from './visit.ts'

const hour = 3_600_000

interface RulesAnswer {
  readonly version: number
  readonly rules: UnitRules | null
}

/**
 * A demonstration runs at any hour of the day: when the usual quiet hours hold now, the sample commune's are moved half a
 * day away, by its approver and on the record. Gives the hours that hold, or null when nothing had to be moved.
 */
export async function openHours(
  approver: Visit,
  unitId: UnitId,
  span: { from: Instant; until: Instant },
  zone: string,
): Promise<{ from: TimeOfDay; until: TimeOfDay } | null> {
  const { version, rules } = await approver.get<RulesAnswer>(`/units/${unitId}/rules`)
  const clockAt = (at: number) => instantToLocal(instant(at), zone).timeOfDay
  const quiet = rules?.quietHours?.value ?? [defaultQuietHours]
  const isQuiet = (at: number) => quiet.some(hours => isWithin(hours, clockAt(at)))
  let moved = false
  for (let at: number = span.from; at <= span.until; at += 60_000) moved ||= isQuiet(at)
  if (!moved) return null
  const hours = { from: clockAt(span.from + 10 * hour).slice(0, 5), until: clockAt(span.from + 17 * hour).slice(0, 5) }
  const citation = 'Quy chế của buổi trình diễn'
  await approver.send('PUT', `/units/${unitId}/rules`, {
    version,
    rules: {
      quietHours: { value: [hours], citation },
      broadcastWindows: null,
      silentDays: null,
      maximumSessionsPerDay: null,
      minutesPerSession: null,
      maximumVolumeByHour: null,
    },
  })
  return { from: hours.from as TimeOfDay, until: hours.until as TimeOfDay }
}

function isWithin({ from, until }: { from: TimeOfDay; until: TimeOfDay }, time: TimeOfDay): boolean {
  return from <= until ? from <= time && time < until : time >= from || time < until
}
