import { Panel, RowList } from '@nguon/design'
import { mayWriteBulletins } from '@nguon/domain/bulletins'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { BulletinRow } from '../bulletins/bulletin-row.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { todayWords } from '../words/today-words.ts'

/** What is half written, to go on with; nothing when there is none. */
export function DraftsInHand() {
  const words = useWords(todayWords)
  const { actor, unit } = useWorkplace()
  const drafts = useQuery(
    api.bulletins.list.queryOptions({
      input: { unitId: unit.unitId, onlyUnit: true, limit: 5, state: 'draft' },
      enabled: mayWriteBulletins(actor, unit.path),
    }),
  )
  const rows = drafts.data?.items ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={words.drafts} flush>
      <RowList label={words.drafts}>
        {rows.map(row => (
          <BulletinRow key={row.id} row={row} />
        ))}
      </RowList>
    </Panel>
  )
}
