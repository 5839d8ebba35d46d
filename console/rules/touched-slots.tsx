import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Consequence, ConsequenceList } from '@nguon/design'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, type client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeDay, writeNumber, writeTime, writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { rulesWords } from '../words/rules-words.ts'

type Draft = Omit<Parameters<typeof client.schedule.previewRules>[0], 'unitId'>
type Touched = Awaited<ReturnType<typeof client.schedule.previewRules>>['touched'][number]

const shown = 20

/** What a draft would do to saved slots; asked a moment after the last key. */
export function useTouchedSlots(draft: Draft | null) {
  const { unit } = useWorkplace()
  const [settled] = useDebouncedValue(draft && JSON.stringify(draft), 350)
  const isSettled = settled === (draft && JSON.stringify(draft))
  const query = useQuery(
    api.schedule.previewRules.queryOptions({
      input: { unitId: unit.unitId, ...(settled ? (JSON.parse(settled) as Draft) : {}) },
      enabled: settled !== null,
      placeholderData: keepPreviousData,
      staleTime: 5000,
      retry: false,
    }),
  )
  return { ...query, isFetching: query.isFetching || !isSettled }
}

/** The consequence before anything is issued: which saved slots, when, and what becomes of them. */
export function TouchedSlots({ preview, isReady }: { preview: ReturnType<typeof useTouchedSlots>; isReady: boolean }) {
  const words = useWords(rulesWords)
  return (
    <div role="status" aria-label={words.consequence} aria-busy={isReady && preview.isFetching}>
      <Text fw={600} mb={6}>
        {words.consequence}
      </Text>
      {!isReady ? (
        <Text c="var(--ink-soft)">{words.complete}</Text>
      ) : preview.isError ? (
        <ProblemNotice error={preview.error} />
      ) : preview.data ? (
        <Found {...preview.data} />
      ) : (
        <Text c="var(--ink-soft)">{words.computing}</Text>
      )}
    </div>
  )
}

function Found({ touched, touchedCount }: { touched: readonly Touched[]; touchedCount: number }) {
  const words = useWords(rulesWords)
  const language = useLanguage()
  const number = (value: number) => writeNumber(value, language)
  if (touchedCount === 0) return <ConsequenceList items={[{ text: words.touchesNothing }]} />
  const items = touched.slice(0, shown).map((one): Consequence => {
    const day = localDay(one.startsAt)
    return {
      tone: 'caution',
      text: (
        <>
          <Link to={`/lich-phat/${one.slotId}`}>
            <strong>{one.title}</strong>
          </Link>{' '}
          · {one.unitName} · {writeTime(one.startsAt)} {writeWeekday(day, language)} {writeDay(day)}:{' '}
          {words.how[one.how](number(one.occurrenceCount))}. {one.reason[language]}
        </>
      ),
    }
  })
  const rest = touchedCount - items.length
  return (
    <>
      <Text mb={6}>{words.touches(number(touchedCount))}</Text>
      <ConsequenceList
        items={[...items, ...(rest > 0 ? [{ text: words.more(number(rest)) }] : []), { text: words.kept }]}
      />
    </>
  )
}
