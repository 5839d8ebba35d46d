import { EmptyState, Panel, RowList } from '@nguon/design'
import { IconCircleCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { BulletinRow } from '../bulletins/bulletin-row.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { Screen } from '../shell/screen.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'

/** Tin đang chờ tôi duyệt. */
export function WaitingList() {
  const words = useWords(approvalWords)
  const waiting = useInfiniteQuery(
    api.approval.waiting.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 20, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  return (
    <Screen title={words.title} lead={words.lead}>
      <Panel flush>
        <Loaded query={waiting}>
          {({ pages }) => {
            const rows = pages.flatMap(page => page.items)
            return rows.length === 0 ? (
              <EmptyState icon={<IconCircleCheck size={34} />} title={words.emptyTitle}>
                {words.emptyWords}
              </EmptyState>
            ) : (
              <RowList label={words.title}>
                {rows.map(row => (
                  <BulletinRow key={row.id} row={row} to={`/duyet/${row.id}`} />
                ))}
              </RowList>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={waiting} />
    </Screen>
  )
}
