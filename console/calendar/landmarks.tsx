import { Panel, Row, RowList } from '@nguon/design'
import type { CalendarKind } from '@nguon/domain/calendar'
import type { client } from '../api/client.ts'
import { writeDay, writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { calendarWords } from '../words/calendar-words.ts'
import { useLanguage } from '../words/language.ts'
import { writeLunarDate } from './write-lunar-date.ts'

type Landmark = Awaited<ReturnType<typeof client.calendar.readYear>>['landmarks'][number]

/** The days by which a person tells whether a table is that of the document. */
export function Landmarks({ kind, landmarks }: { kind: CalendarKind; landmarks: readonly Landmark[] }) {
  const words = useWords(calendarWords)
  const language = useLanguage()
  const dateOf = ({ day, until }: Landmark) =>
    day === until
      ? `${writeWeekday(day, language)} ${writeDay(day)}`
      : `${writeWeekday(day, language)} ${writeDay(day)} – ${writeWeekday(until, language)} ${writeDay(until)}`
  return (
    <Panel title={words.landmarks[kind]} flush>
      <RowList label={words.landmarks[kind]}>
        {landmarks.map(one => (
          <Row
            key={one.day}
            title={one.off?.name ?? (one.lunar ? writeLunarDate(one.lunar, language) : '')}
            about={dateOf(one)}
            end={one.off ? words.offKinds[one.off.kind] : one.lunar && words.lunarYear(String(one.lunar.lunarYear))}
          />
        ))}
      </RowList>
    </Panel>
  )
}
