import { Panel, Row, RowList } from '@nguon/design'
import type { BulletinId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { writeInstant } from '../time/local-time.ts'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { useWords } from '../words/define-words.ts'

/** The versions of a bulletin, once there is more than one. */
export function History({ id, version }: { id: BulletinId; version: number }) {
  const words = useWords(bulletinActWords)
  const { data } = useQuery(
    api.bulletins.history.queryOptions({
      input: { id, limit: 20 },
      queryKey: [...api.bulletins.history.queryKey({ input: { id, limit: 20 } }), version],
      enabled: version > 1,
    }),
  )
  if (!data || version === 1) return null
  return (
    <Panel title={words.history} flush>
      <RowList label={words.history}>
        {data.items.map(({ number, title, writerName, writtenAt }) => (
          <Row
            key={number}
            title={`${words.version(number)}: ${title}`}
            about={`${writerName} · ${writeInstant(writtenAt)}`}
          />
        ))}
      </RowList>
    </Panel>
  )
}
