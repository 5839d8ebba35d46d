import { Button, Text } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import type { Session } from '@nguon/domain/airings'
import { type Instant, instant } from '@nguon/domain/platform'
import { Link } from 'react-router'
import { BulletinClassTag } from '../bulletins/bulletin-tags.tsx'
import { writeNumber, writeSeconds, writeTime } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import { SessionResult } from './session-result.tsx'

/** The sessions of a day: the last one at large, those to come, those before. */
export function SessionsTold({
  sessions,
  now: atServer,
  nextDay,
  whole,
}: {
  sessions: readonly Session[]
  now: Instant
  nextDay: readonly Session[]
  /** For those who see the timetable and every loudspeaker of the unit, and not their village alone. */
  whole: boolean
}) {
  const words = useWords(todayWords)
  const here = useNow()
  // The clock of this machine may be slow, and steps by half a minute.
  const now = instant(Math.max(here, atServer))
  const begun = sessions.filter(({ startsAt }) => startsAt <= now)
  const coming = sessions.filter(({ startsAt }) => startsAt > now)
  const last = begun.at(-1)
  const earlier = begun.slice(0, -1).toReversed()
  return (
    <>
      {last ? (
        <SessionResult session={last} now={now} first named={whole} />
      ) : (
        <NothingYet first={coming[0]} whole={whole} />
      )}
      {coming.length > 0 && <Coming title={words.coming} sessions={coming} />}
      {coming.length === 0 && nextDay.length > 0 && <Coming title={words.comingTomorrow} sessions={nextDay} />}
      {earlier.length > 0 && (
        <Panel title={words.earlier} flush>
          <RowList label={words.earlier}>
            {earlier.map(session => (
              <Row
                key={session.itemId}
                title={session.title}
                about={<SessionResult session={session} now={now} named={whole} />}
              />
            ))}
          </RowList>
        </Panel>
      )}
    </>
  )
}

function NothingYet({ first, whole }: { first: Session | undefined; whole: boolean }) {
  const words = useWords(todayWords)
  return (
    <Panel>
      <Text fz={21} fw={600}>
        {first ? words.nothingYet : words.nothingPlanned}
      </Text>
      <Text c="var(--ink-soft)" mt={4}>
        {first
          ? words.firstAt(writeTime(first.startsAt))
          : whole
            ? words.nothingPlannedWords
            : words.village.nothingPlanned}
      </Text>
      {!first && whole && (
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
