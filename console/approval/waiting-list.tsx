import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { BulletinRow } from '../bulletins/bulletin-row.tsx'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { Screen } from '../shell/screen.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { decisionWords } from '../words/decision-words.ts'
import { useWords } from '../words/define-words.ts'

/** Tin đang chờ tôi duyệt. */
export function WaitingList() {
  const words = useWords(approvalWords)
  const { open } = useWords(decisionWords)
  const waiting = useInfiniteQuery(
    api.approval.waiting.infiniteOptions({
      input: pageOf({ limit: 20 }),
      ...byPages,
    }),
  )
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <Button variant="default" component={Link} to="/duyet/quyet-dinh">
          {open}
        </Button>
      }
    >
      <ListFrame
        label={words.title}
        query={waiting}
        empty={{ icon: <IconCircleCheck size={34} />, title: words.emptyTitle, words: words.emptyWords }}
        row={row => <BulletinRow key={row.id} row={row} to={`/duyet/${row.id}`} />}
      />
    </Screen>
  )
}
