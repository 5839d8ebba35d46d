import type { Day } from '@nguon/domain/platform'
import { LunarDay } from '../calendar/lunar-day.tsx'
import { writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { OccurrenceCard } from './occurrence-card.tsx'
import classes from './timetable.module.css'
import { occurrencesOn, type TimetableData } from './timetable-data.ts'

/** Seven days beside each other, each from morning to night. */
export function WeekTimetable({
  timetable,
  days,
  today,
}: {
  timetable: TimetableData
  days: readonly Day[]
  today: Day
}) {
  const words = useWords(scheduleWords)
  const language = useLanguage()
  return (
    <div className={classes['week']}>
      {days.map(day => {
        const found = occurrencesOn(timetable, day)
        return (
          <section key={day} className={classes['day']} data-today={day === today || undefined}>
            <h2 className={classes['dayName']}>
              {writeWeekday(day, language)}
              <span className="tabular">{`${day.slice(8)}/${day.slice(5, 7)}`}</span>
            </h2>
            <LunarDay day={day} />
            {found.length === 0 ? (
              <p className={classes['nothing']}>{words.emptyDay}</p>
            ) : (
              <ul className={classes['cards']}>
                {found.map(one => (
                  <OccurrenceCard key={`${one.slotId} ${one.startsAt}`} {...one} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
