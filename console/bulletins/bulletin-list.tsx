import { Button, Text } from '@mantine/core'
import { EmptyState, Panel, RowList } from '@nguon/design'
import { mayWriteBulletins } from '@nguon/domain/bulletins'
import { IconNews, IconPencilPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { BulletinFilter } from './bulletin-filter.tsx'
import { BulletinRow } from './bulletin-row.tsx'
import { useBulletinFilter } from './use-bulletin-filter.ts'

export function BulletinList() {
  const words = useWords(bulletinWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const { filter, change, clear, isFiltering } = useBulletinFilter()
  const found = useInfiniteQuery(
    api.bulletins.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        unitId: unit.unitId,
        limit: 20,
        ...filter,
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const mayWrite = mayWriteBulletins(actor, unit.path)
  const write = mayWrite && (
    <Button component={Link} to="/tin/moi" leftSection={<IconPencilPlus aria-hidden size={22} />}>
      {words.write}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={write}>
      <BulletinFilter filter={filter} change={change} />
      <Panel flush>
        <Loaded query={found} lines={6}>
          {({ pages }) => {
            const rows = pages.flatMap(page => page.items)
            if (rows.length === 0) {
              return isFiltering ? (
                <EmptyState
                  title={words.nothingFoundTitle}
                  action={
                    <Button variant="default" onClick={clear}>
                      {words.clearFilter}
                    </Button>
                  }
                >
                  {words.nothingFoundWords}
                </EmptyState>
              ) : (
                <EmptyState icon={<IconNews size={34} />} title={words.emptyTitle} action={write}>
                  {words.emptyWords}
                </EmptyState>
              )
            }
            const total = pages[0]?.total
            return (
              <>
                {total !== undefined && (
                  <Text role="status" size="sm" c="var(--ink-soft)" px="lg" pt="md">
                    {words.results(writeNumber(total, language))}
                  </Text>
                )}
                <RowList label={words.title}>
                  {rows.map(row => (
                    <BulletinRow key={row.id} row={row} />
                  ))}
                </RowList>
              </>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={found} />
    </Screen>
  )
}
