import { mayReadAirings, mayReadVillageAirings } from '@nguon/domain/airings'
import { LunarDayInLine } from '../calendar/lunar-day.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { Screen } from '../shell/screen.tsx'
import { localDay, writeDay, writeWeekday } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import { DraftsInHand } from './drafts-in-hand.tsx'
import { NothingToHear } from './nothing-to-hear.tsx'
import { SessionsOfToday } from './sessions-of-today.tsx'
import { TasksOfMine } from './tasks-of-mine.tsx'
import { Unscheduled } from './unscheduled.tsx'
import { VillageToday } from './village-today.tsx'

/** Did it sound, what will sound, what waits for me. */
export function Today() {
  const words = useWords(todayWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const day = localDay(useNow())
  const weekday = writeWeekday(day, language)
  return (
    <Screen
      title={words.title}
      lead={
        <>
          {words.date(weekday.charAt(0).toUpperCase() + weekday.slice(1), writeDay(day))}
          <LunarDayInLine day={day} />
        </>
      }
    >
      {mayReadAirings(actor, unit.path) ? (
        <SessionsOfToday day={day} />
      ) : mayReadVillageAirings(actor, unit.path) ? (
        <VillageToday day={day} />
      ) : (
        <NothingToHear />
      )}
      <Unscheduled />
      <TasksOfMine />
      <DraftsInHand />
    </Screen>
  )
}
