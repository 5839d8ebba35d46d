import { EmptyState, Panel, Row, RowList, StatusTag } from '@nguon/design'
import { IconMug } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { pathOfTask } from '../tasks/path-of-task.ts'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'

const renewMilliseconds = 60_000

/**
 * Việc cần làm: the pressing ones first, each a press away from where it is done. What is to be scheduled in the unit one works
 * for has a list of its own on this page.
 */
export function TasksOfMine() {
  const words = useWords(todayWords)
  const language = useLanguage()
  const now = useNow()
  const { unit } = useWorkplace()
  const tasks = useQuery(api.tasks.list.queryOptions({ input: { limit: 20 }, refetchInterval: renewMilliseconds }))
  return (
    <Panel title={words.tasks} flush>
      <Loaded query={tasks} lines={2}>
        {({ items }) => {
          const others = items.filter(({ kind, unitId }) => kind !== 'schedule.arrange' || unitId !== unit.unitId)
          return items.length === 0 ? (
            <EmptyState icon={<IconMug size={34} />} title={words.nothingWaits}>
              {words.nothingWaitsWords}
            </EmptyState>
          ) : (
            <RowList label={words.tasks}>
              {others.map(({ id, title, path, openedAt, pressure, reach }) => (
                <Row
                  key={id}
                  link={(text, className) => (
                    <Link to={pathOfTask(path)} className={className}>
                      {text}
                    </Link>
                  )}
                  title={title}
                  about={words.since(writeNear(openedAt, now, language))}
                  end={
                    <>
                      {reach === 'deputy' && <StatusTag>{words.asDeputy}</StatusTag>}
                      {reach === 'above' && <StatusTag>{words.fromBelow}</StatusTag>}
                      {pressure === 'overdue' && <StatusTag tone="caution">{words.overdue}</StatusTag>}
                    </>
                  }
                />
              ))}
              {others.length === 0 && <Row title={words.onlyScheduling} />}
            </RowList>
          )
        }}
      </Loaded>
    </Panel>
  )
}
