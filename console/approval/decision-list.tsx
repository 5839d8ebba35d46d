import { SegmentedControl } from '@mantine/core'
import { Row, StatusTag } from '@nguon/design'
import { IconCircleCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay, writeInstant } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { decisionWords } from '../words/decision-words.ts'

/** What was decided here and below; what was signed on paper is marked, counted and found by itself. */
export function DecisionList() {
  const words = useWords(decisionWords)
  const { unit } = useWorkplace()
  const { nameOf } = useUnits()
  const { read, change, clear, isFiltering } = useAddressFilter(['cach'])
  const onPaper = read('cach') === 'giay'
  const found = useInfiniteQuery(
    api.approval.list.infiniteOptions({ input: pageOf({ unitId: unit.unitId, limit: 30, onPaper }), ...byPages }),
  )
  const counts = found.data?.pages[0]?.counts
  return (
    <Screen
      title={words.title}
      lead={counts && words.counts(counts.approved, counts.onPaper, counts.returned)}
      back={{ to: '/duyet', label: words.back }}
    >
      <SegmentedControl
        fullWidth
        aria-label={words.way}
        value={onPaper ? 'giay' : ''}
        onChange={value => change('cach', value || null)}
        data={[
          { value: '', label: words.all },
          { value: 'giay', label: words.paper },
        ]}
      />
      <ListFrame
        label={words.title}
        query={found}
        empty={{ icon: <IconCircleCheck size={34} />, title: words.emptyTitle }}
        filter={{ isFiltering, clear, nothing: { title: words.noPaper }, undo: words.all }}
        row={({ id, title, bulletinId, decision, deciderName, decidedAt, paper, reason, unitId }) => (
          <Row
            key={id}
            link={(text, className) => (
              <Link to={`/tin/${bulletinId}`} className={className}>
                {text}
              </Link>
            )}
            title={title}
            about={[
              `${deciderName} · ${writeInstant(decidedAt)}`,
              nameOf(unitId),
              paper && words.signed(paper.signerName, writeDay(paper.signedOn)),
              reason,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              <>
                {paper && <StatusTag>{words.paper}</StatusTag>}
                <StatusTag tone={decision === 'approved' ? 'good' : 'caution'}>{words.decisions[decision]}</StatusTag>
              </>
            }
          />
        )}
      />
    </Screen>
  )
}
