import { Button, Text } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import type { Session } from '@nguon/domain/airings'
import { addDays, type Day, instant } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { BulletinClassTag } from '../bulletins/bulletin-tags.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber, writeSeconds, writeTime } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import { SessionResult } from './session-result.tsx'

const renewMilliseconds = 30_000
const soonMilliseconds = 10_000

/** The latest session and what is proven of it; then what will sound. */
export function SessionsOfToday({ day }: { day: Day }) {
  const words = useWords(todayWords)
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
      {({ sessions, now: atServer }) => {
        // The clock of this machine may be slow, and steps by half a minute.
        const now = instant(Math.max(here, atServer))
        const begun = sessions.filter(({ startsAt }) => startsAt <= now)
        const coming = sessions.filter(({ startsAt }) => startsAt > now)
        const last = begun.at(-1)
        const earlier = begun.slice(0, -1).toReversed()
        const nextDay = tomorrow.data?.sessions ?? []
        return (
          <>
            {last ? <SessionResult session={last} now={now} first /> : <NothingYet first={coming[0]} />}
            {coming.length > 0 && <Coming title={words.coming} sessions={coming} />}
            {coming.length === 0 && nextDay.length > 0 && <Coming title={words.comingTomorrow} sessions={nextDay} />}
            {earlier.length > 0 && (
              <Panel title={words.earlier} flush>
                <RowList label={words.earlier}>
                  {earlier.map(session => (
                    <Row
                      key={session.itemId}
                      title={session.title}
                      about={<SessionResult session={session} now={now} />}
                    />
                  ))}
                </RowList>
              </Panel>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function NothingYet({ first }: { first: Session | undefined }) {
  const words = useWords(todayWords)
  return (
    <Panel>
      <Text fz={21} fw={600}>
        {first ? words.nothingYet : words.nothingPlanned}
      </Text>
      <Text c="var(--ink-soft)" mt={4}>
        {first ? words.firstAt(writeTime(first.startsAt)) : words.nothingPlannedWords}
      </Text>
      {!first && (
        <Button mt="md" variant="default" component={Link} to="/lich-phat">
          {words.toSchedule}
        </Button>
      )}
    </Panel>
  )
}

function Coming({ title, sessions }: { title: string; sessions: readonly Session[] }) {
  const words = useWords(todayWords)
  const language = useLanguage()
  return (
    <Panel title={title} flush>
      <RowList label={title}>
        {sessions.map(session => (
          <Row
            key={session.itemId}
            title={
              <>
                <span className="tabular">{writeTime(session.startsAt)}</span> · {session.title}
              </>
            }
            about={[
              words.onDevices(writeNumber(session.devices, language)),
              writeSeconds((session.endsAt - session.startsAt) / 1000, language),
            ].join(' · ')}
            end={<BulletinClassTag class={session.class} />}
          />
        ))}
      </RowList>
    </Panel>
  )
}
