import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { EmptyState, Panel } from '@nguon/design'
import type { Day } from '@nguon/domain/platform'
import { LunarDay } from '../calendar/lunar-day.tsx'
import { writeDay, writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { OccurrenceCard } from './occurrence-card.tsx'
import classes from './timetable.module.css'
import { occurrencesOn, type TimetableData } from './timetable-data.ts'

/** One day at a time, with the days of the week above it. */
export function DayTimetable({
  timetable,
  days,
  day,
  today,
  show,
}: {
  timetable: TimetableData
  days: readonly Day[]
  day: Day
  today: Day
  show: (day: Day) => void
}) {
  const words = useWords(scheduleWords)
  const language = useLanguage()
  const found = occurrencesOn(timetable, day)
  return (
    <>
      <div className={classes['strip']} role="group" aria-label={words.days}>
        {days.map(choice => (
          <UnstyledButton
            key={choice}
            className={classes['stripDay']}
            aria-pressed={choice === day}
            data-today={choice === today || undefined}
            data-busy={occurrencesOn(timetable, choice).length > 0 || undefined}
            onClick={() => show(choice)}
          >
            <VisuallyHidden>{`${writeWeekday(choice, language)} ${writeDay(choice)}`}</VisuallyHidden>
            <span aria-hidden>{words.shortWeekdays[weekdayNames[days.indexOf(choice)] ?? 'one']}</span>
            <strong className="tabular" aria-hidden>
              {Number(choice.slice(8))}
            </strong>
          </UnstyledButton>
        ))}
      </div>
      <section aria-label={writeDay(day)}>
        <LunarDay day={day} />
        {found.length === 0 ? (
          // Of a week without anything the page itself has said so.
          timetable.occurrences.length > 0 && (
            <Panel>
              <EmptyState title={words.emptyDay} />
            </Panel>
          )
        ) : (
          <ul className={classes['cards']}>
            {found.map(one => (
              <OccurrenceCard key={`${one.slotId} ${one.startsAt}`} {...one} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

const weekdayNames = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const
