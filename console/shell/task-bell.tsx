import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { useWords } from '../words/define-words.ts'
import { taskWords } from '../words/task-words.ts'
import classes from './shell.module.css'
import { toast } from './toast.tsx'

const renewMilliseconds = 60_000
const mostShown = 99

/** How much waits for me, on every screen; when something has begun to press, it says so once. */
export function TaskBell() {
  const words = useWords(taskWords)
  const { data } = useQuery(api.tasks.count.queryOptions({ input: {}, refetchInterval: renewMilliseconds }))
  const total = data?.total ?? 0
  const pressing = data && data.waiting + data.overdue
  const before = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (pressing === undefined) return
    if (before.current !== undefined && pressing > before.current) toast(words.counts(total, pressing))
    before.current = pressing
  }, [pressing, total, words])
  return (
    <Link to="/viec" className={classes['bell']} aria-label={words.open(total)}>
      <IconBell aria-hidden size={24} stroke={1.8} />
      {total > 0 && (
        <span aria-hidden className={classes['bellCount']} data-pressing={(pressing ?? 0) > 0 || undefined}>
          {Math.min(total, mostShown)}
        </span>
      )}
    </Link>
  )
}
