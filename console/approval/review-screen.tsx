import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinId, Sha256 } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../api/client.ts'
import { BulletinClassTag } from '../bulletins/bulletin-tags.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { OnPaper, PrintButton, Signatures } from '../shell/on-paper.tsx'
import { Screen } from '../shell/screen.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { LimitFields } from './limit-fields.tsx'
import type { Review } from './review.ts'
import classes from './review-screen.module.css'
import { ReturnDialog } from './return-dialog.tsx'
import { Soundings } from './soundings.tsx'
import { WhatToRead } from './what-to-read.tsx'

const waitMilliseconds = 2000

/** What one link on a telephone opens: listen, see only what changed, approve or return. */
export function ReviewScreen() {
  const { id = '' } = useParams()
  const review = useQuery(
    api.approval.review.queryOptions({
      input: { id: id as BulletinId },
      refetchInterval: query =>
        query.state.data?.waitingFor && query.state.data.bulletin.state === 'submitted' ? waitMilliseconds : false,
    }),
  )
  return <Loaded query={review}>{data => <Decide key={data.bulletin.id} review={data} />}</Loaded>
}

function Decide({ review }: { review: Review }) {
  const words = useWords(approvalWords)
  const language = useLanguage()
  const now = useNow()
  const { bulletin, soundings, waitingFor, suggestedLimits } = review
  const [limits, setLimits] = useState(suggestedLimits)
  const [heard, setHeard] = useState<readonly Sha256[]>([])
  const [asked, setAsked] = useState<'approve' | 'return' | null>(null)
  const mayApprove = bulletin.openActs.includes('approve')
  const mayReturn = bulletin.openActs.includes('return')
  const submitted = bulletin.state === 'submitted'
  const offered = soundings.map(({ audioSha256 }) => audioSha256)
  const [first] = useState({ version: bulletin.version, offered })
  // Once the sound is another than the one offered at first, the new one is heard before it can be approved.
  const changed = offered.filter(sha256 => first.offered.length > 0 && !first.offered.includes(sha256))
  const unheard = changed.some(sha256 => !heard.includes(sha256))
  return (
    <Screen
      title={bulletin.content.texts[0].title}
      lead={
        <Stack gap={6} align="flex-start">
          <OnPaper>{words.sheet}</OnPaper>
          {bulletin.submittedAt && (
            <span>{words.submittedBy(bulletin.writerName, writeNear(bulletin.submittedAt, now, language))}</span>
          )}
          <BulletinClassTag class={bulletin.content.class} />
        </Stack>
      }
      back={{ to: '/duyet', label: words.toList }}
    >
      {!submitted && (
        <Alert color="spring">
          <Text>{words.notWaiting}</Text>
          <Button mt="sm" variant="default" component={Link} to={`/tin/${bulletin.id}`}>
            {words.openBulletin}
          </Button>
        </Alert>
      )}
      {submitted && mayReturn && !mayApprove && <Alert color="caution">{words.ownWork}</Alert>}
      {submitted && bulletin.version !== first.version && (
        <Alert role="alert" color="caution">
          {words.textChanged}
        </Alert>
      )}
      {submitted && unheard && (
        <Alert role="alert" color="caution">
          {words.soundChanged}
        </Alert>
      )}
      <Soundings
        soundings={soundings}
        waitingFor={waitingFor}
        bulletin={bulletin}
        onHeard={sha256 => setHeard(before => (before.includes(sha256) ? before : [...before, sha256]))}
      />
      <WhatToRead review={review} />
      {submitted && mayApprove && (
        <>
          <Panel title={words.limits}>
            <LimitFields limits={limits} suggested={suggestedLimits} onChange={setLimits} />
          </Panel>
          <Group gap="xs">
            <PrintButton label={words.printSheet} />
            <Button variant="subtle" component={Link} to={`/duyet/${bulletin.id}/giay`}>
              {words.paper}
            </Button>
          </Group>
          <Signatures signers={words.signers.split('|')} />
          <div className={classes['bar']}>
            <Button variant="default" onClick={() => setAsked('return')}>
              {words.return}
            </Button>
            <Button disabled={waitingFor !== null || unheard} onClick={() => setAsked('approve')}>
              {words.approve}
            </Button>
          </div>
        </>
      )}
      <ApproveDialog
        opened={asked === 'approve'}
        bulletin={bulletin}
        limits={limits}
        offered={offered}
        heard={offered.filter(sha256 => heard.includes(sha256))}
        unheard={unheard}
        onClose={() => setAsked(null)}
      />
      <ReturnDialog opened={asked === 'return'} bulletin={bulletin} onClose={() => setAsked(null)} />
    </Screen>
  )
}
