import { useQuery } from '@tanstack/react-query'
import { addDays, type Day } from '@nguon/domain/platform'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useNow } from '../time/use-now.ts'
import { SessionsTold } from './sessions-told.tsx'

const renewMilliseconds = 30_000
const soonMilliseconds = 10_000

/** The latest session and what is proven of it; then what will sound. */
export function SessionsOfToday({ day }: { day: Day }) {
  const here = useNow()
  const { unit } = useWorkplace()
  const { unitId } = unit
  const today = useQuery(
    api.airings.sessions.queryOptions({ input: { unitId, day }, refetchInterval: renewMilliseconds }),
  )
  const tomorrow = useQuery(
    api.airings.sessions.queryOptions({
      input: { unitId, day: addDays(day, 1) },
      // What was just put into the timetable is planned within seconds.
      refetchInterval: soonMilliseconds,
      enabled: today.data !== undefined && today.data.sessions.every(({ startsAt }) => startsAt <= here),
    }),
  )
  return (
    <Loaded query={today} lines={3}>
      {data => <SessionsTold {...data} nextDay={tomorrow.data?.sessions ?? []} whole />}
    </Loaded>
  )
}
