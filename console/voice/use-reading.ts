import { type BulletinText, spokenMatter } from '@nguon/domain/bulletins'
import { type DecidedReading, readText } from '@nguon/domain/voice'
import { useDeferredValue, useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useDictionary } from './use-dictionary.ts'

/** "Đọc là", worked out here while one types, by the same rules as on the server. */
export function useReading(text: Pick<BulletinText, 'title' | 'body' | 'readingDecisions'>): DecidedReading {
  const dictionary = useDictionary()
  const notice = useVoiceSetting().data?.spokenNotice ?? true
  const today = localDay(useNow())
  const { title, body, readingDecisions } = useDeferredValue(text)
  return useMemo(
    () => readText(spokenMatter({ title, body }), { dictionary, decisions: readingDecisions, today, notice }),
    [title, body, readingDecisions, dictionary, today, notice],
  )
}

/** What the unit decided about its machine voice. */
export function useVoiceSetting() {
  const { unit } = useWorkplace()
  return useQuery(api.voice.setting.queryOptions({ input: { unitId: unit.unitId }, staleTime: 300_000 }))
}

/** Vietnamese is about a syllable a word; the embedded voice speaks four a second, with pauses. */
const syllablesPerSecond = 3.4

export function roughSeconds(reading: Pick<DecidedReading, 'text'>, speed = 1): number {
  const syllables = reading.text.split(/\s+/).filter(Boolean).length
  return syllables / syllablesPerSecond / speed
}
