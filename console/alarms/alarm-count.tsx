import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'

const renewMilliseconds = 60_000
const mostShown = 99

/** How many alarms nobody has acknowledged, beside the way to them; nothing when there is none. */
export function AlarmCount({ className }: { className: string | undefined }) {
  const words = useWords(alarmWords)
  const { unit } = useWorkplace()
  const { data } = useQuery(
    api.alarms.counts.queryOptions({ input: { unitId: unit.unitId }, refetchInterval: renewMilliseconds }),
  )
  const waiting = data?.total.waiting ?? 0
  if (waiting === 0) return null
  return (
    <span className={className}>
      <span aria-hidden>{Math.min(waiting, mostShown)}</span>
      <VisuallyHidden> {words.navigation(waiting)}</VisuallyHidden>
    </span>
  )
}
