import { MultiSelect, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinId, UnitId } from '@nguon/domain/platform'
import { useQueries } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import type { SlotForm } from './slot-form.ts'

/** Only what is approved can be played; the class of the slot is that of its first bulletin. */
export function ChooseContent({
  form,
  change,
  unitId,
}: {
  form: SlotForm
  change: (values: Partial<SlotForm>) => void
  unitId: UnitId
}) {
  const words = useWords(scheduleWords)
  const lists = useQueries({
    queries: (['approved', 'published'] as const).map(state =>
      api.bulletins.list.queryOptions({ input: { unitId, state, limit: 100 } }),
    ),
  })
  const rows = lists.flatMap(({ data }) => data?.items ?? [])
  const chosen = useQueries({
    queries: form.bulletinIds.map(bulletinId => api.bulletins.read.queryOptions({ input: { id: bulletinId } })),
  })
  const choices = new Map(rows.map(row => [row.id, row.title]))
  for (const { data } of chosen) if (data) choices.set(data.id, data.content.texts[0].title)
  const isLoaded = lists.every(({ data }) => data !== undefined)
  const choose = (ids: string[]) => {
    const first = rows.find(({ id }) => id === ids[0])
    change({ bulletinIds: ids as BulletinId[], ...(first ? { class: first.class } : {}) })
  }
  return (
    <Panel title={words.what}>
      <MultiSelect
        label={words.bulletins}
        description={words.bulletinsHint}
        searchable
        styles={{ inputField: { outline: 'none' } }}
        data={[...choices].map(([value, label]) => ({ value, label }))}
        value={[...form.bulletinIds]}
        onChange={choose}
        maxValues={50}
      />
      <ProblemNotice error={lists.find(({ error }) => error)?.error} />
      {isLoaded && choices.size === 0 && (
        <Text mt="sm" c="var(--caution-ink)">
          {words.noBulletins}
        </Text>
      )}
    </Panel>
  )
}
