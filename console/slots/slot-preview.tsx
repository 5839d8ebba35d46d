import { Stack, Text } from '@mantine/core'
import { type Consequence, ConsequenceList, Panel } from '@nguon/design'
import type { SlotDraft } from '@nguon/contract/slots'
import type { SlotId } from '@nguon/domain/platform'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../api/client.ts'
import type { client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { localDay, writeDay, writeNumber, writeSeconds, writeTime, writeWeekday } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { FirstOfCollision } from './first-of-collision.tsx'
import type { FirstOfTwo } from './use-save-slot.ts'

type Preview = Awaited<ReturnType<typeof client.schedule.preview>>

export function usePreview(draft: SlotDraft | null, slotId?: SlotId) {
  return useQuery(
    api.schedule.preview.queryOptions({
      input: { ...(draft ?? ({} as SlotDraft)), ...(slotId ? { slotId } : {}) },
      enabled: draft !== null,
      placeholderData: keepPreviousData,
      staleTime: 5000,
    }),
  )
}

/** What the slot in hand would bring about, before it is saved. */
export function SlotPreview({
  draft,
  preview,
  firsts,
  decide,
  children,
}: {
  draft: SlotDraft | null
  preview: ReturnType<typeof usePreview>
  /** What was chosen to go first, of this slot and those it collides with. */
  firsts: ReadonlyMap<SlotId, FirstOfTwo>
  decide: (slotId: SlotId, first: FirstOfTwo) => void
  children: ReactNode
}) {
  const words = useWords(scheduleWords)
  return (
    <Panel title={words.preview}>
      <div role="status" aria-busy={preview.isFetching}>
        {draft === null ? (
          <Text c="var(--ink-soft)">{words.previewFirst}</Text>
        ) : (
          <Loaded query={preview}>{found => <Found preview={found} firsts={firsts} decide={decide} />}</Loaded>
        )}
      </div>
      <Stack mt="lg">{children}</Stack>
    </Panel>
  )
}

function Found({
  preview,
  firsts,
  decide,
}: {
  preview: Preview
  firsts: ReadonlyMap<SlotId, FirstOfTwo>
  decide: (slotId: SlotId, first: FirstOfTwo) => void
}) {
  const words = useWords(scheduleWords)
  const language = useLanguage()
  const number = (value: number) => writeNumber(value, language)
  const when = (at: Preview['occurrences'][number]['startsAt']) =>
    words.plays(writeTime(at), writeWeekday(localDay(at), language), writeDay(localDay(at)))
  const more = useWords(slotWords)
  const { occurrences, refusals, conflicts, unheard } = preview
  const [first, second] = occurrences
  const refused = refusals.map((reason): Consequence => ({ tone: 'alert', text: reason[language] }))
  const plays: Consequence[] = first
    ? [
        {
          text: (
            <strong>
              {more.consequence(
                when(first.startsAt),
                number(preview.deviceCount),
                number(preview.households),
                writeSeconds(preview.durationSeconds, language),
                number(Math.max(0.1, preview.bytesPerDevice / 1_000_000)),
              )}
            </strong>
          ),
        },
        ...(second
          ? [
              {
                text: words.playsAgain(
                  number(preview.occurrenceCount),
                  `${writeTime(second.startsAt)} ${writeDay(localDay(second.startsAt))}`,
                ),
              },
            ]
          : []),
      ]
    : []
  const collisions = conflicts
    .filter(({ decidable }) => !decidable)
    .map(
      (conflict): Consequence => ({
        tone: 'caution',
        text: (
          <>
            {conflict.reason[language]}
            <Text size="sm" c="var(--ink-soft)" className="tabular">
              {words.conflictAt(
                `${writeTime(conflict.startsAt)} ${writeDay(localDay(conflict.startsAt))}`,
                number(conflict.deviceCount),
              )}
            </Text>
          </>
        ),
      }),
    )
  const silent = unheard.map(
    ({ deviceCount, reason }): Consequence => ({
      tone: 'caution',
      text: `${words.unheard(number(deviceCount))} ${reason[language]}`,
    }),
  )
  return (
    <Stack gap="sm">
      {refused.length > 0 && <Part title={words.refused} items={refused} />}
      {plays.length > 0 && refused.length === 0 && <ConsequenceList items={plays} />}
      {collisions.length > 0 && <Part title={words.conflicts} items={collisions} />}
      {conflicts
        .filter(({ decidable }) => decidable)
        .map(({ slotId, title, wins, reason, startsAt }) => (
          <FirstOfCollision
            key={slotId}
            title={title}
            reason={reason[language]}
            when={`${writeTime(startsAt)} ${writeDay(localDay(startsAt))}`}
            first={firsts.get(slotId) ?? (wins ? 'this' : 'other')}
            isChosen={firsts.has(slotId)}
            choose={first => decide(slotId, first)}
          />
        ))}
      {silent.length > 0 && <ConsequenceList items={silent} />}
    </Stack>
  )
}

function Part({ title, items }: { title: string; items: readonly Consequence[] }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <ConsequenceList items={items} />
    </div>
  )
}
