import { Button, Checkbox } from '@mantine/core'
import { Row, StatusTag, type StatusTone } from '@nguon/design'
import type { AlarmSeverity } from '@nguon/domain/alarms'
import { Link } from 'react-router'
import type { client } from '../api/client.ts'
import { writeNear, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import classes from './alarm-row.module.css'
import { alarmSentence } from './alarm-sentence.ts'

export type ShownAlarm = Awaited<ReturnType<typeof client.alarms.list>>['items'][number]

const tones: Readonly<Record<AlarmSeverity, StatusTone>> = { urgent: 'bad', serious: 'caution', minor: 'plain' }

/** What is wrong and where, since when, and what to do; with the acts of those who may acknowledge. */
export function AlarmRow({
  alarm,
  named = true,
  choice,
  onAcknowledge,
}: {
  alarm: ShownAlarm
  /** Whether the device is named: on its own page it is not. */
  named?: boolean
  choice?: { readonly chosen: boolean; readonly onChange: (chosen: boolean) => void }
  onAcknowledge?: (() => void) | undefined
}) {
  const words = useWords(alarmWords)
  const language = useLanguage()
  const now = useNow()
  const { nameOf } = useUnits()
  const { what, act } = alarmSentence(alarm, now, language)
  const where = alarm.deviceName ?? nameOf(alarm.unitId)
  const near = (at: ShownAlarm['openedAt']) => writeNear(at, now, language)
  const about = [
    alarm.deviceName && named && nameOf(alarm.unitId),
    words.since(near(alarm.openedAt)),
    alarm.clearedAt && words.until(near(alarm.clearedAt)),
    alarm.occurrences > 1 && words.times(writeNumber(alarm.occurrences, language)),
    alarm.acknowledgedAt && words.acknowledgedBy(alarm.acknowledgedName ?? '', near(alarm.acknowledgedAt)),
    alarm.note && words.note(alarm.note),
  ]
  const waits = alarm.acknowledgedAt === null && alarm.closedAt === null
  const title = (
    <span className={classes['title']}>
      {choice && waits && (
        <Checkbox
          className={classes['choice'] ?? ''}
          aria-label={words.choose(`${where}, ${words.kinds[alarm.kind]}`)}
          checked={choice.chosen}
          onChange={event => choice.onChange(event.currentTarget.checked)}
        />
      )}
      <span>
        {named && (
          <>
            {alarm.deviceId ? (
              <Link to={`/cum-loa/${alarm.deviceId}`} className={classes['where']}>
                {where}
              </Link>
            ) : (
              <span className={classes['where']}>{where}</span>
            )}
            <br />
          </>
        )}
        {what}: <span className={classes['act']}>{act}</span>
      </span>
    </span>
  )
  return (
    <Row
      title={title}
      about={<span className="tabular">{about.filter(Boolean).join(' · ')}</span>}
      end={
        <>
          <StatusTag tone={waits ? tones[alarm.severity] : 'plain'}>
            {waits ? words.severities[alarm.severity] : words.standings[alarm.standing]}
          </StatusTag>
          {alarm.standing === 'past' && <StatusTag>{words.standings.past}</StatusTag>}
          {waits && onAcknowledge && (
            <Button variant="default" aria-label={words.acknowledgeOne(where)} onClick={onAcknowledge}>
              {words.acknowledge}
            </Button>
          )}
        </>
      }
    />
  )
}
