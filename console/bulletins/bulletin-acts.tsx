import { Button, Textarea } from '@mantine/core'
import type { Consequence } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { mayWriteBulletins } from '@nguon/domain/bulletins'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { useWords } from '../words/define-words.ts'

/** What this person can do with the bulletin now. The first is the main one. */
export function BulletinActs({ details, onEdit }: { details: BulletinDetails; onEdit: () => void }) {
  const words = useWords(bulletinActWords)
  const navigate = useNavigate()
  const { actor, unit } = useWorkplace()
  const { id, version, state, openActs } = details
  const [asked, setAsked] = useState<'edit' | 'publish' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const settle = (changed: BulletinDetails, said: string) => {
    queryClient.setQueryData(api.bulletins.read.queryKey({ input: { id } }), changed)
    void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() })
    void queryClient.invalidateQueries({ queryKey: api.approval.key() })
    setAsked(null)
    toast(said)
  }
  const recall = useMutation({
    mutationFn: () => client.bulletins.recall({ id, version }),
    onSuccess: changed => settle(changed, words.recalled),
  })
  const publish = useMutation({
    mutationFn: () => client.bulletins.publish({ id, version }),
    onSuccess: changed => settle(changed, words.published),
  })
  const withdraw = useMutation({
    mutationFn: () => client.bulletins.withdraw({ id, version, reason }),
    onSuccess: changed => settle(changed, words.withdrawn),
  })
  const duplicate = useMutation({
    mutationFn: () => client.bulletins.duplicate({ id, unitId: unit.unitId, idempotencyKey: crypto.randomUUID() }),
    onSuccess: copy => {
      toast(words.duplicated)
      void navigate(`/tin/${copy.id}`)
    },
  })
  const editConsequence =
    state === 'submitted' || state === 'approved' || state === 'published'
      ? words.editConsequence[state]
      : words.editConsequence.other
  const dialogs: Record<'edit' | 'publish' | 'withdraw', { title: string; items: Consequence[]; act: () => void }> = {
    edit: {
      title: words.editTitle,
      items: [{ tone: 'caution', text: editConsequence }, { text: words.editKept }],
      act: onEdit,
    },
    publish: {
      title: words.publishTitle,
      items: [{ text: words.publishConsequence }],
      act: () => publish.mutate(),
    },
    withdraw: {
      title: words.withdrawTitle,
      items: [{ tone: 'alert', text: words.withdrawConsequence }, { text: words.withdrawKept }],
      act: () => withdraw.mutate(),
    },
  }
  const dialog = asked && dialogs[asked]
  return (
    <>
      {openActs.includes('approve') && (
        <Button component={Link} to={`/duyet/${id}`}>
          {words.toApproval}
        </Button>
      )}
      {openActs.includes('publish') && <Button onClick={() => setAsked('publish')}>{words.publish}</Button>}
      {openActs.includes('recall') && (
        <Button variant="default" loading={recall.isPending} onClick={() => recall.mutate()}>
          {words.recall}
        </Button>
      )}
      {openActs.includes('edit') && (
        <Button variant="default" onClick={() => setAsked('edit')}>
          {words.edit}
        </Button>
      )}
      {mayWriteBulletins(actor, unit.path) && (
        <Button variant="default" loading={duplicate.isPending} onClick={() => duplicate.mutate()}>
          {words.duplicate}
        </Button>
      )}
      {openActs.includes('withdraw') && (
        <Button variant="subtle" color="alert" onClick={() => setAsked('withdraw')}>
          {words.withdraw}
        </Button>
      )}
      <ConsequenceDialog
        opened={dialog !== null}
        title={dialog?.title ?? ''}
        consequences={dialog?.items ?? []}
        confirm={asked ? words[asked] : ''}
        danger={asked === 'withdraw'}
        busy={publish.isPending || withdraw.isPending}
        error={publish.error ?? withdraw.error}
        disabled={asked === 'withdraw' && reason.trim() === ''}
        onConfirm={() => dialog?.act()}
        onClose={() => setAsked(null)}
      >
        {asked === 'withdraw' && (
          <Textarea
            label={words.reason}
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          />
        )}
      </ConsequenceDialog>
    </>
  )
}
