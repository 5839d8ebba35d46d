import { Button } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import { maySchedule } from '@nguon/domain/schedule'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { BulletinClassTag } from '../bulletins/bulletin-tags.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeDay, writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'

/** What is approved and waits for its hour, each one press away from it; nothing when there is none. */
export function Unscheduled() {
  const words = useWords(todayWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const waiting = useQuery(
    api.schedule.unscheduled.queryOptions({
      input: { unitId: unit.unitId },
      enabled: maySchedule(actor, unit.path),
      refetchInterval: 60_000,
    }),
  )
  const rows = waiting.data ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={words.unscheduled} flush>
      <RowList label={words.unscheduled}>
        {rows.map(row => (
          <Row
            key={row.bulletinId}
            title={row.title}
            about={`${writeSeconds(row.seconds, language)} · ${words.approvedUntil(writeDay(localDay(row.endsAt)))}`}
            end={
              <>
                <BulletinClassTag class={row.class} />
                <Button
                  component={Link}
                  to={`/lich-phat/nhanh/${row.bulletinId}`}
                  size="lg"
                  leftSection={<IconCalendarPlus aria-hidden size={22} />}
                  aria-label={words.scheduleThis(row.title)}
                >
                  {words.schedule}
                </Button>
              </>
            }
          />
        ))}
      </RowList>
    </Panel>
  )
}
