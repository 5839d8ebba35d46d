import { Button } from '@mantine/core'
import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import { mayReadTaskWaits } from '@nguon/domain/tasks'
import { IconMug } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { taskWaitWords } from '../words/task-wait-words.ts'
import { taskWords } from '../words/task-words.ts'
import { pathOfTask } from './path-of-task.ts'

const renewMilliseconds = 60_000

/** Việc cần làm: everything that waits for this account, and what it has done lately. */
export function TaskList() {
  const words = useWords(taskWords)
  const language = useLanguage()
  const now = useNow()
  const waits = useWords(taskWaitWords)
  const { actor, unit, units } = useWorkplace()
  const { nameOf } = useUnits()
  const waiting = useInfiniteQuery(
    api.tasks.list.infiniteOptions({ input: pageOf({ limit: 30 }), ...byPages, refetchInterval: renewMilliseconds }),
  )
  const done = useQuery(api.tasks.done.queryOptions({ input: {} }))
  const counts = waiting.data?.pages[0]?.counts
  const placed = (unitId: (typeof units)[number]['unitId']) => (units.length > 1 ? nameOf(unitId) : '')
  return (
    <Screen
      title={words.title}
      action={
        mayReadTaskWaits(actor, unit.path) && (
          <Button variant="default" component={Link} to="/viec/thoi-gian-cho">
            {waits.title}
          </Button>
        )
      }
      lead={counts && counts.total > 0 ? words.counts(counts.total, counts.waiting + counts.overdue) : words.lead}
    >
      <ListFrame
        label={words.title}
        query={waiting}
        empty={{ icon: <IconMug size={34} />, title: words.emptyTitle, words: words.emptyWords }}
        row={({ id, title, path, openedAt, dueAt, pressure, reach, unitId }) => (
          <Row
            key={id}
            link={(text, className) => (
              <Link to={pathOfTask(path)} className={className}>
                {text}
              </Link>
            )}
            title={title}
            about={[
              words.since(writeNear(openedAt, now, language)),
              dueAt !== null && words.due(writeNear(dueAt, now, language)),
              placed(unitId),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              <>
                {reach !== 'own' && <StatusTag>{words.reaches[reach]}</StatusTag>}
                {pressure === 'waiting' && <StatusTag tone="caution">{words.waiting}</StatusTag>}
                {pressure === 'overdue' && <StatusTag tone="bad">{words.overdue}</StatusTag>}
              </>
            }
          />
        )}
      />
      {done.data && done.data.items.length > 0 && (
        <Panel title={words.done} flush>
          <RowList label={words.done}>
            {done.data.items.map(({ id, title, closedAt }) => (
              <Row
                key={id}
                title={title}
                about={words.doneAt(writeNear(closedAt, now, language))}
                end={<StatusTag tone="good">{words.finished}</StatusTag>}
              />
            ))}
          </RowList>
        </Panel>
      )}
    </Screen>
  )
}
