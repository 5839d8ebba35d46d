import { addDays, type Day, weekdayOf } from '@nguon/domain/platform'
import { useSearchParams } from 'react-router'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'

/** The week on the screen, Monday to Sunday, and its day in hand; kept in the address as `ngay`. */
export function useWeek() {
  const [parameters, setParameters] = useSearchParams()
  const today = localDay(useNow())
  const asked = parameters.get('ngay') ?? ''
  const day = /^2\d{3}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? (asked as Day) : today
  const monday = addDays(day, 1 - weekdayOf(day))
  return {
    today,
    day,
    days: [0, 1, 2, 3, 4, 5, 6].map(number => addDays(monday, number)),
    show: (chosen: Day) => setParameters(chosen === today ? {} : { ngay: chosen }, { replace: true }),
  }
}
