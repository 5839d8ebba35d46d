import { Button, Group, Modal, TextInput } from '@mantine/core'
import { holds } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import type { AccountDetails } from './account-page.tsx'
import { OneTimeLink } from './one-time-link.tsx'

/** What an administrator does about somebody else's account; about one's own there is the page of one's own. */
export function AccountActs({ account }: Pick<AccountDetails, 'account'>) {
  const words = useWords(accountWords)
  const { close } = useWords(shellWords)
  const { actor, unit } = useWorkplace()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<'lock' | 'invite' | 'reset' | null>(null)
  const [reason, setReason] = useState('')
  const done = (sentence?: string) => async () => {
    setAsked(null)
    if (sentence) toast(sentence)
    await queries.invalidateQueries({ queryKey: api.accounts.key() })
  }
  const lock = useMutation(api.accounts.lock.mutationOptions({ onSuccess: done(words.lockedToast) }))
  const unlock = useMutation(
    api.accounts.unlock.mutationOptions({ onSuccess: done(words.unlocked), onError: toastProblem }),
  )
  const invite = useMutation(api.accounts.invite.mutationOptions({ onSuccess: done() }))
  const reset = useMutation(api.accounts.resetSecondFactor.mutationOptions({ onSuccess: done(words.resetToast) }))
  if (actor.accountId === account.id || !holds(actor, ['administrator'], unit.path)) return null
  const { id } = account
  const dialog = (name: typeof asked) => ({ opened: asked === name, onClose: () => setAsked(null) })
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsked('invite')}>
          {words.invite}
        </Button>
        {account.hasSecondFactor && (
          <Button variant="default" onClick={() => setAsked('reset')}>
            {words.reset}
          </Button>
        )}
        {account.locked ? (
          <Button variant="default" loading={unlock.isPending} onClick={() => unlock.mutate({ id })}>
            {words.unlock}
          </Button>
        ) : (
          <Button variant="default" c="var(--alert-ink)" onClick={() => setAsked('lock')}>
            {words.lock}
          </Button>
        )}
      </Group>
      <ConsequenceDialog
        {...dialog('lock')}
        title={words.lockTitle}
        danger
        consequences={[{ tone: 'caution', text: words.lockConsequence }]}
        confirm={words.lockConfirm}
        busy={lock.isPending}
        error={lock.error}
        disabled={reason.trim().length < 3}
        onConfirm={() => lock.mutate({ id, reason })}
      >
        <TextInput
          label={words.reason}
          required
          maxLength={300}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </ConsequenceDialog>
      <ConsequenceDialog
        {...dialog('invite')}
        title={words.inviteTitle}
        consequences={[{ text: words.inviteConsequence }]}
        confirm={words.inviteConfirm}
        busy={invite.isPending}
        error={invite.error}
        onConfirm={() => invite.mutate({ id })}
      />
      <ConsequenceDialog
        {...dialog('reset')}
        title={words.resetTitle}
        danger
        consequences={[{ tone: 'caution', text: words.resetConsequence }]}
        confirm={words.resetConfirm}
        busy={reset.isPending}
        error={reset.error}
        onConfirm={() => reset.mutate({ id })}
      />
      <Modal
        opened={invite.data !== undefined}
        onClose={() => invite.reset()}
        title={account.name}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': close }}
      >
        {invite.data && <OneTimeLink link={invite.data} name={account.name} />}
      </Modal>
    </>
  )
}
