import { Alert, Button, Textarea } from '@mantine/core'
import type { Consequence } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { hasSecondFactor } from '@nguon/domain/approval'
import type { Sha256 } from '@nguon/domain/platform'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { queryClient } from '../api/query-client.ts'
import { CodeInput, isCode } from '../identity/code-input.tsx'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { approvalWords } from '../words/approval-words.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { lastDayOf } from './limit-fields.tsx'
import type { Limits } from './review.ts'

/** The decision, with everything it sets free; above the normal class with the code of the telephone. */
export function ApproveDialog({
  opened,
  bulletin,
  limits,
  offered,
  heard,
  unheard,
  onClose,
}: {
  opened: boolean
  bulletin: BulletinDetails
  limits: Limits
  /** The sounds of the review, and which of them were heard to the end. */
  offered: readonly Sha256[]
  heard: readonly Sha256[]
  /** The sound is another than at first, and was not heard yet. */
  unheard: boolean
  onClose: () => void
}) {
  const words = useWords(approvalWords)
  const { classes } = useWords(bulletinWords)
  const { turnOn } = useWords(identityWords)
  const navigate = useNavigate()
  const now = useNow()
  const { actor, me } = useWorkplace()
  const { nameOf } = useUnits()
  const [code, setCode] = useState('')
  const [remark, setRemark] = useState('')
  const approve = useMutation({
    mutationFn: async () => {
      if (isCode(code)) {
        await client.session.giveSecondFactor({ code })
        // A code is taken once: what is refused after it is tried again without one.
        setCode('')
        await queryClient.invalidateQueries({ queryKey: api.session.readSelf.key() })
      }
      const { id, version } = bulletin
      const sounds = { offered: [...offered], heard: [...heard] }
      return client.approval.approve({ id, version, limits, ...sounds, ...(remark.trim() ? { remark } : {}) })
    },
    onError: error => {
      // What changed meanwhile comes onto the screen; what was typed here stays.
      if (isProblem(error, 'SOUND_CHANGED') || isProblem(error, 'STALE_VERSION')) {
        void queryClient.invalidateQueries({ queryKey: api.approval.review.key() })
      }
    },
    onSuccess: ({ bulletin: decided }) => {
      queryClient.setQueryData(api.bulletins.read.queryKey({ input: { id: decided.id } }), decided)
      void queryClient.invalidateQueries()
      toast(words.approved)
      void navigate('/duyet', { replace: true })
    },
  })
  const needsFactor =
    !hasSecondFactor(actor, limits.class, { unitAsks: me.secondFactorNeeded, now }) ||
    isProblem(approve.error, 'SECOND_FACTOR_REQUIRED')
  const cannot = needsFactor && !me.account.hasSecondFactor
  const consequences: Consequence[] = [
    { text: words.approveGoes },
    { text: words.approveArea(limits.area.map(nameOf).join(', ')) },
    { text: words.approvePeriod(writeDay(localDay(limits.period.startsAt)), writeDay(lastDayOf(limits))) },
    { text: words.approveClass(classes[limits.class]) },
    { text: words.approveBinding },
    ...(offered.every(sha256 => heard.includes(sha256)) ? [] : [{ tone: 'caution' as const, text: words.notHeard }]),
  ]
  return (
    <ConsequenceDialog
      opened={opened}
      title={words.approveTitle}
      consequences={consequences}
      confirm={words.approve}
      busy={approve.isPending}
      disabled={unheard || (needsFactor && !isCode(code))}
      error={approve.error}
      onConfirm={() => approve.mutate()}
      onClose={onClose}
    >
      {cannot ? (
        <Alert color="caution">
          {words.factorMissing}
          <div>
            <Button mt="sm" variant="default" component={Link} to="/tai-khoan-cua-toi">
              {turnOn}
            </Button>
          </div>
        </Alert>
      ) : (
        needsFactor && (
          <>
            <div>{words.factorNeeded}</div>
            <CodeInput value={code} onChange={setCode} />
          </>
        )
      )}
      <Textarea
        label={words.remark}
        maxLength={2000}
        value={remark}
        onChange={event => setRemark(event.currentTarget.value)}
      />
    </ConsequenceDialog>
  )
}
