import { Screen } from '../shell/screen.tsx'
import { localDay, writeDay, writeWeekday } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import { WaitingForMe } from './waiting-for-me.tsx'

export function Today() {
  const words = useWords(todayWords)
  const language = useLanguage()
  const day = localDay(useNow())
  const weekday = writeWeekday(day, language)
  return (
    <Screen title={words.title} lead={words.date(weekday.charAt(0).toUpperCase() + weekday.slice(1), writeDay(day))}>
      <WaitingForMe />
    </Screen>
  )
}
