import type { Day } from '@nguon/domain/platform'
import { useLanguage } from '../words/language.ts'
import classes from './lunar-day.module.css'
import { useCalendarDay } from './use-calendar-day.ts'
import { isMarked, writeLunarDate } from './write-lunar-date.ts'

/** The lunar date of a day and the name of a day off; nothing where no approved data cover it. */
export function LunarDay({ day }: { day: Day }) {
  const language = useLanguage()
  const known = useCalendarDay(day)
  if (!known || (!known.lunar && !known.off)) return null
  const { lunar, off } = known
  return (
    <p className={classes['day']} data-marked={(lunar && isMarked(lunar)) || undefined}>
      {lunar && <span className="tabular">{writeLunarDate(lunar, language)}</span>}
      {off && <span className={classes['off']}>{off.name}</span>}
    </p>
  )
}

/** The same within a line: "thứ Bảy, ngày 21/11/2026 · 12/10 âm lịch". */
export function LunarDayInLine({ day }: { day: Day }) {
  const language = useLanguage()
  const known = useCalendarDay(day)
  const parts = [known?.lunar && writeLunarDate(known.lunar, language), known?.off?.name].filter(Boolean)
  return parts.length > 0 ? <> · {parts.join(' · ')}</> : null
}
