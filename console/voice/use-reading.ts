import { type BulletinText, spokenMatter } from '@nguon/domain/bulletins'
import { type DecidedReading, readText } from '@nguon/domain/voice'
import { useDeferredValue, useMemo } from 'react'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useDictionary } from './use-dictionary.ts'

/** "Đọc là", worked out here while one types, by the same rules as on the server. */
export function useReading(text: Pick<BulletinText, 'title' | 'body' | 'readingDecisions'>): DecidedReading {
  const dictionary = useDictionary()
  const today = localDay(useNow())
  const { title, body, readingDecisions } = useDeferredValue(text)
  return useMemo(
    () => readText(spokenMatter({ title, body }), { dictionary, decisions: readingDecisions, today }),
    [title, body, readingDecisions, dictionary, today],
  )
}

/** Vietnamese is about a syllable a word; the embedded voice speaks four a second, with pauses. */
const syllablesPerSecond = 3.4

export function roughSeconds(reading: Pick<DecidedReading, 'text'>, speed = 1): number {
  const syllables = reading.text.split(/\s+/).filter(Boolean).length
  return syllables / syllablesPerSecond / speed
}
