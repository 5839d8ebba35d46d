import { Button, TextInput } from '@mantine/core'
import { holds } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import type { AccountDetails } from './account-page.tsx'

const fieldNames = ['name', 'position', 'phone', 'penName'] as const

/** What stands on the card of an account. Somebody else's change meanwhile is shown beside one's own. */
export function EditAccount({ account }: Pick<AccountDetails, 'account'>) {
  const words = useWords(accountWords)
  const { actor, unit } = useWorkplace()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [fields, setFields] = useState(cardOf(account))
  const [theirs, setTheirs] = useState<AccountDetails['account'] | null>(null)
  const save = useMutation({
    mutationFn: async () => {
      const { version } = theirs ?? account
      try {
        await client.accounts.update({ id: account.id, version, ...fields, phone: fields.phone.trim() || null })
      } catch (error) {
        if (isProblem(error, 'STALE_VERSION')) setTheirs((await client.accounts.read({ id: account.id })).account)
        throw error
      }
    },
    onSuccess: async () => {
      setOpened(false)
      setTheirs(null)
      toast(words.saved)
      await queries.invalidateQueries({ queryKey: api.accounts.key() })
    },
  })
  if (actor.accountId === account.id || !holds(actor, ['administrator'], unit.path)) return null
  const faults = fieldFaults(save.error, fieldNames)
  const other = theirs && cardOf(theirs)
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setFields(cardOf(account))
          setOpened(true)
        }}
      >
        {words.edit}
      </Button>
      <ConsequenceDialog
        opened={opened}
        title={words.editTitle(account.userName)}
        consequences={[{ text: words.editConsequence }]}
        confirm={words.save}
        busy={save.isPending}
        error={faults.rest}
        disabled={fields.name.trim().length < 2}
        onConfirm={() => save.mutate()}
        onClose={() => setOpened(false)}
      >
        {fieldNames.map(name => (
          <TextInput
            key={name}
            label={words[name]}
            required={name === 'name'}
            type={name === 'phone' ? 'tel' : 'text'}
            maxLength={name === 'phone' ? 30 : name === 'position' ? 150 : 100}
            autoComplete="off"
            value={fields[name]}
            error={faults.of(name)}
            description={other && other[name] !== fields[name] ? words.now(other[name] || '—') : undefined}
            onChange={event => setFields({ ...fields, [name]: event.currentTarget.value })}
          />
        ))}
      </ConsequenceDialog>
    </>
  )
}

function cardOf({ name, position, phone, penName }: AccountDetails['account']) {
  return { name, position, phone: phone ?? '', penName }
}
