import { type CalendarDay } from '@nguon/domain/calendar'
import { type Day, daysInMonth } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'

const hour = 3_600_000

/** What is approved for the day; asked for by whole months, so that a week of days asks once or twice. */
export function useCalendarDay(day: Day): CalendarDay | null {
  const { unit } = useWorkplace()
  const from = `${day.slice(0, 8)}01` as Day
  const days = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  const { data } = useQuery(
    api.calendar.readDays.queryOptions({ input: { unitId: unit.unitId, from, days }, staleTime: hour }),
  )
  return data?.days.find(one => one.day === day) ?? null
}
