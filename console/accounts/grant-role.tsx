import { Button, Select } from '@mantine/core'
import { type AccountId, type Role, roles, type UnitId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnitChoices } from '../units/use-unit-choices.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { GrantDates, noGrantDays, validityOf } from './grant-dates.tsx'

export function GrantRole({ accountId }: { accountId: AccountId }) {
  const words = useWords(accountWords)
  const { roles: roleNames } = useWords(identityWords)
  const { unit } = useWorkplace()
  const units = useUnitChoices(unit.unitId)
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [role, setRole] = useState<Role | null>(null)
  const [unitId, setUnitId] = useState<UnitId>(unit.unitId)
  const [days, setDays] = useState(noGrantDays)
  const grant = useMutation(
    api.accounts.grantRole.mutationOptions({
      onSuccess: async () => {
        setOpened(false)
        toast(words.granted)
        await queries.invalidateQueries({ queryKey: api.accounts.key() })
      },
    }),
  )
  const give = () =>
    role &&
    grant.mutate({
      id: accountId,
      role,
      unitId,
      ...validityOf(days),
    })
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.grant}
      </Button>
      <ConsequenceDialog
        opened={opened}
        title={words.grantTitle}
        consequences={[{ text: words.grantConsequence }]}
        confirm={words.grant}
        busy={grant.isPending}
        error={grant.error}
        disabled={role === null}
        onConfirm={give}
        onClose={() => setOpened(false)}
      >
        <Select
          label={words.role}
          data={roles.map(value => ({ value, label: roleNames[value] }))}
          value={role}
          onChange={setRole}
        />
        <Select
          label={words.grantUnit}
          searchable
          limit={100}
          allowDeselect={false}
          data={units}
          value={unitId}
          onChange={value => value && setUnitId(value)}
        />
        <GrantDates days={days} onChange={setDays} />
      </ConsequenceDialog>
    </>
  )
}
