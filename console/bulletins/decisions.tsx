import { Text } from '@mantine/core'
import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import type { BulletinId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { writeDay, writeInstant } from '../time/local-time.ts'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'

/** Every decision about the bulletin, newest first; nothing while there is none. */
export function Decisions({ id, version }: { id: BulletinId; version: number }) {
  const words = useWords(bulletinActWords)
  const { states } = useWords(bulletinWords)
  const { data } = useQuery(
    api.approval.review.queryOptions({
      input: { id },
      queryKey: [...api.approval.review.queryKey({ input: { id } }), version],
    }),
  )
  if (!data || data.decisions.length === 0) return null
  return (
    <Panel title={words.decisions} flush>
      <RowList label={words.decisions}>
        {data.decisions.map(({ id, decision, deciderName, decidedAt, reason, paper, endedBy }) => {
          const approved = decision === 'approved'
          const time = writeInstant(decidedAt)
          return (
            <Row
              key={id}
              title={approved ? words.approvedBy(deciderName, time) : words.returnedBy(deciderName, time)}
              about={
                <>
                  {reason && <Text>{reason}</Text>}
                  {paper && <Text>{words.onPaper(paper.signerName, writeDay(paper.signedOn))}</Text>}
                  {endedBy && <Text>{words.ended[endedBy]}</Text>}
                </>
              }
              end={
                <StatusTag tone={!approved ? 'caution' : endedBy ? 'plain' : 'good'}>
                  {approved ? states.approved : states.returned}
                </StatusTag>
              }
            />
          )
        })}
      </RowList>
    </Panel>
  )
}
