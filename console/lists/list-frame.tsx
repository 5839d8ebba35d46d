import { Button, Text } from '@mantine/core'
import { EmptyState, Panel, RowList } from '@nguon/design'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useLanguage } from '../words/language.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly total?: number | undefined
}

/** What stands where there are no rows. */
interface Emptiness {
  readonly title: string
  readonly words?: string
  readonly icon?: ReactNode
  readonly action?: ReactNode
}

/** The rows of a list, page after page; or why there are none, and what can be done about it. */
export function ListFrame<Item>({
  label,
  query,
  row,
  empty,
  filter,
  results,
}: {
  label: string
  query: Pick<
    UseInfiniteQueryResult<{ pages: Page<Item>[] }>,
    'data' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >
  row: (item: Item) => ReactNode
  empty: Emptiness
  /** Where a filter may be why nothing is found. */
  filter?: {
    readonly isFiltering: boolean
    readonly clear: () => void
    readonly nothing: Emptiness
    readonly undo: string
  }
  /** Says how many there are, where the server counts them. */
  results?: (count: string) => string
}) {
  const language = useLanguage()
  return (
    <>
      <Panel flush>
        <Loaded query={query} lines={6}>
          {({ pages }) => {
            const items = pages.flatMap(page => page.items)
            if (items.length === 0 && filter?.isFiltering) {
              const undo = (
                <Button variant="default" onClick={filter.clear}>
                  {filter.undo}
                </Button>
              )
              return <Nothing {...filter.nothing} action={undo} />
            }
            if (items.length === 0) return <Nothing {...empty} />
            const total = pages[0]?.total
            return (
              <>
                {results && total !== undefined && (
                  <Text role="status" size="sm" c="var(--ink-soft)" px="lg" pt="md">
                    {results(writeNumber(total, language))}
                  </Text>
                )}
                <RowList label={label}>{items.map(row)}</RowList>
              </>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={query} />
    </>
  )
}

function Nothing({ title, words, icon, action }: Emptiness) {
  return (
    <EmptyState title={title} icon={icon} action={action}>
      {words}
    </EmptyState>
  )
}
