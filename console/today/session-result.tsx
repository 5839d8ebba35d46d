import { Group, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import type { Session } from '@nguon/domain/airings'
import type { Instant } from '@nguon/domain/platform'
import { Link } from 'react-router'
import { writeNumber, writeTime } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import classes from './session-result.module.css'
import { partOfDay, summarise } from './session-summary.ts'
import { Shortfall } from './shortfall.tsx'

/** "Sáng nay 05:00: 41/42 cụm có tín hiệu đã phát", and what is amiss. `first`: it is the first line of the day. */
export function SessionResult({
  session,
  now,
  first = false,
  named = true,
}: {
  session: Session
  now: Instant
  first?: boolean
  /** Whether the loudspeakers that fell short are named, for those who may see them. */
  named?: boolean
}) {
  const words = useWords(todayWords)
  const language = useLanguage()
  const { withSignal, played, notPlayed, withoutSignal, reporting } = summarise(session)
  const clock = writeTime(session.startsAt)
  const time = `${words.parts[partOfDay(Number(clock.slice(0, 2)))]} ${clock}`
  const count = (value: number) => writeNumber(value, language)
  const sentence =
    now < session.endsAt
      ? words.playing(time)
      : withSignal === 0
        ? words.nobody(time)
        : words.played(time, count(played), count(withSignal))
  const amiss = withoutSignal > 0 || notPlayed > 0
  const remarks = (
    <Group gap="xs" mt={first ? 'sm' : 4}>
      {withoutSignal > 0 && <StatusTag tone="caution">{words.withoutSignal(count(withoutSignal))}</StatusTag>}
      {notPlayed > 0 && <StatusTag tone="bad">{words.notPlayed(count(notPlayed))}</StatusTag>}
      {reporting > 0 && <StatusTag tone="accent">{words.reporting(count(reporting))}</StatusTag>}
    </Group>
  )
  if (!first) {
    return (
      <>
        {sentence}
        {remarks}
        {amiss && named && <Shortfall session={session} />}
      </>
    )
  }
  const share = session.devices === 0 ? 0 : played / session.devices
  return (
    <Panel>
      <p className={classes['sentence']}>{sentence}</p>
      <Text c="var(--ink-soft)">{session.title}</Text>
      <div className={classes['bar']} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {remarks}
      {amiss && named && <Shortfall session={session} />}
      {amiss && named && (
        <Link to="/cum-loa" className={classes['link']}>
          {words.seeDevices}
        </Link>
      )}
    </Panel>
  )
}
