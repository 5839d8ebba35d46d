import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'

const renewMilliseconds = 60_000
const mostShown = 99

/** How much waits for me, beside the way to it; nothing when nothing does. */
export function TaskCount({ className }: { className: string | undefined }) {
  const words = useWords(shellWords)
  const { data } = useQuery(api.tasks.count.queryOptions({ input: {}, refetchInterval: renewMilliseconds }))
  if (!data || data.total === 0) return null
  return (
    <span className={className}>
      <span aria-hidden>{Math.min(data.total, mostShown)}</span>
      <VisuallyHidden> {words.tasksWaiting(data.total)}</VisuallyHidden>
    </span>
  )
}
