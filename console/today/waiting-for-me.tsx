import { EmptyState, Panel, RowList } from '@nguon/design'
import type { BulletinRow as BulletinRowData } from '@nguon/contract/bulletins'
import { mayDecideOnBulletins, mayWriteBulletins } from '@nguon/domain/bulletins'
import { IconMug } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { BulletinRow } from '../bulletins/bulletin-row.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { todayWords } from '../words/today-words.ts'

/** What somebody else waits for: decisions first, then what came back, then what is half written. */
export function WaitingForMe() {
  const words = useWords(todayWords)
  const { actor, unit } = useWorkplace()
  const decides = mayDecideOnBulletins(actor, unit.path)
  const writes = mayWriteBulletins(actor, unit.path)
  const ofUnit = { unitId: unit.unitId, onlyUnit: true, limit: 5 }
  const waiting = useQuery(api.approval.waiting.queryOptions({ input: { limit: 20 }, enabled: decides }))
  const returned = useQuery(
    api.bulletins.list.queryOptions({ input: { ...ofUnit, state: 'returned' }, enabled: writes }),
  )
  const drafts = useQuery(api.bulletins.list.queryOptions({ input: { ...ofUnit, state: 'draft' }, enabled: writes }))
  const asked = [...(decides ? [waiting] : []), ...(writes ? [returned, drafts] : [])]
  const nothing = asked.every(query => query.data?.items.length === 0)
  if (nothing) {
    return (
      <Panel>
        <EmptyState icon={<IconMug size={34} />} title={words.nothingWaits}>
          {words.nothingWaitsWords}
        </EmptyState>
      </Panel>
    )
  }
  return (
    <>
      {decides && (
        <Loaded query={waiting}>
          {({ items }) => <Waiting title={words.waiting} rows={items} to={row => `/duyet/${row.id}`} />}
        </Loaded>
      )}
      {writes && (
        <>
          <Loaded query={returned}>
            {({ items }) => <Waiting title={words.returned} rows={items} to={row => `/tin/${row.id}`} />}
          </Loaded>
          <Loaded query={drafts}>
            {({ items }) => <Waiting title={words.drafts} rows={items} to={row => `/tin/${row.id}`} />}
          </Loaded>
        </>
      )}
    </>
  )
}

function Waiting({
  title,
  rows,
  to,
}: {
  title: string
  rows: readonly BulletinRowData[]
  to: (row: BulletinRowData) => string
}) {
  if (rows.length === 0) return null
  return (
    <Panel title={title} flush>
      <RowList label={title}>
        {rows.map(row => (
          <BulletinRow key={row.id} row={row} to={to(row)} />
        ))}
      </RowList>
    </Panel>
  )
}
