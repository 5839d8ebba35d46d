import { ActionIcon, Select, Text } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import type { BulletinId, UnitId } from '@nguon/domain/platform'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { moved } from './moved.ts'
import type { SlotForm } from './slot-form.ts'

const most = 50

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
  const more = useWords(slotWords)
  const lists = useQueries({
    queries: (['approved', 'published'] as const).map(state =>
      api.bulletins.list.queryOptions({ input: { unitId, state, limit: 100 } }),
    ),
  })
  const rows = lists.flatMap(({ data }) => data?.items ?? [])
  const { bulletinIds } = form
  const chosen = useQueries({
    queries: bulletinIds.map(bulletinId => api.bulletins.read.queryOptions({ input: { id: bulletinId } })),
  })
  const titles = new Map(rows.map(row => [row.id, row.title]))
  for (const { data } of chosen) if (data) titles.set(data.id, data.content.texts[0].title)
  const isLoaded = lists.every(({ data }) => data !== undefined)
  const choose = (ids: readonly BulletinId[]) => {
    const first = rows.find(({ id }) => id === ids[0])
    change({ bulletinIds: ids, ...(first ? { class: first.class } : {}) })
  }
  return (
    <Panel title={words.what}>
      {bulletinIds.length > 0 && (
        <RowList label={more.order}>
          {bulletinIds.map((id, place) => (
            <Row
              key={id}
              title={titles.get(id) ?? '…'}
              end={
                <>
                  {bulletinIds.length > 1 && (
                    <>
                      <Act
                        label={more.earlier(titles.get(id) ?? '')}
                        disabled={place === 0}
                        act={() => choose(moved(bulletinIds, place, -1))}
                      >
                        <IconArrowUp aria-hidden size={20} />
                      </Act>
                      <Act
                        label={more.later(titles.get(id) ?? '')}
                        disabled={place === bulletinIds.length - 1}
                        act={() => choose(moved(bulletinIds, place, 1))}
                      >
                        <IconArrowDown aria-hidden size={20} />
                      </Act>
                    </>
                  )}
                  <Act
                    label={more.leaveOut(titles.get(id) ?? '')}
                    act={() => choose(bulletinIds.filter(each => each !== id))}
                  >
                    <IconX aria-hidden size={20} />
                  </Act>
                </>
              }
            />
          ))}
        </RowList>
      )}
      {bulletinIds.length > 1 && (
        <Text size="sm" c="var(--ink-soft)" mb="xs">
          {more.orderHint}
        </Text>
      )}
      <Select
        label={bulletinIds.length === 0 ? words.bulletins : more.addBulletin}
        searchable
        data={rows.filter(({ id }) => !bulletinIds.includes(id)).map(({ id, title }) => ({ value: id, label: title }))}
        value={null}
        disabled={bulletinIds.length >= most}
        onChange={id => id && choose([...bulletinIds, id])}
      />
      <ProblemNotice error={lists.find(({ error }) => error)?.error} />
      {isLoaded && titles.size === 0 && (
        <Text mt="sm" c="var(--caution-ink)">
          {words.noBulletins}
        </Text>
      )}
    </Panel>
  )
}

function Act({
  label,
  disabled = false,
  act,
  children,
}: {
  label: string
  disabled?: boolean
  act: () => void
  children: ReactNode
}) {
  return (
    <ActionIcon variant="default" size={44} aria-label={label} disabled={disabled} onClick={act}>
      {children}
    </ActionIcon>
  )
}
