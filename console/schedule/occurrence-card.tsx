import { Link } from 'react-router'
import { BulletinClassTag } from '../bulletins/bulletin-tags.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeSeconds, writeTime } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import classes from './timetable.module.css'
import type { ShownOccurrence } from './timetable-data.ts'

/** One time a slot plays. Its edge tells class and source by colour; class, source and trouble also stand there in words. */
export function OccurrenceCard({ startsAt, endsAt, trouble, stored }: ShownOccurrence) {
  const words = useWords(scheduleWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const { nameOf } = useUnits()
  const { slot } = stored
  const isOwn = slot.unitId === unit.unitId
  const tone = slot.class === 'normal' ? (isOwn ? 'own' : 'other') : slot.class
  return (
    <li className={classes['card']} data-tone={tone}>
      <div className={`tabular ${classes['time']}`}>
        {writeTime(startsAt)}
        <span className={classes['length']}>{writeSeconds((endsAt - startsAt) / 1000, language)}</span>
      </div>
      <Link to={`/lich-phat/${slot.id}`} className={classes['cardTitle']}>
        {slot.title}
      </Link>
      {!isOwn && <div className={classes['source']}>{words.slotOf(nameOf(slot.unitId))}</div>}
      <BulletinClassTag class={slot.class} />
      {trouble && (
        <div className={classes['trouble']}>
          <strong>{words.trouble}.</strong> {trouble[language]}
        </div>
      )}
    </li>
  )
}
