import { Button, Select, SimpleGrid } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type AccountId, addDays, type Day, type Role, roles, type UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { startOfDay } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

export function GrantRole({ accountId }: { accountId: AccountId }) {
  const words = useWords(accountWords)
  const { roles: roleNames } = useWords(identityWords)
  const { unit } = useWorkplace()
  const { tree } = useUnits()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [role, setRole] = useState<Role | null>(null)
  const [unitId, setUnitId] = useState<UnitId>(unit.unitId)
  const [from, setFrom] = useState<Day | null>(null)
  const [until, setUntil] = useState<Day | null>(null)
  const grant = useMutation(
    api.accounts.grantRole.mutationOptions({
      onSuccess: async () => {
        setOpened(false)
        toast(words.granted)
        await queries.invalidateQueries({ queryKey: api.accounts.key() })
      },
    }),
  )
  const units = [
    { value: unit.unitId, label: unit.name },
    ...descendantsOf(tree, unit.unitId).map(below => ({ value: below.unitId, label: displayName(below) })),
  ]
  const give = () =>
    role &&
    grant.mutate({
      id: accountId,
      role,
      unitId,
      ...(from ? { validFrom: startOfDay(from) } : {}),
      validTo: until ? startOfDay(addDays(until, 1)) : null,
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
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateInput
            label={words.from}
            valueFormat="DD/MM/YYYY"
            clearable
            value={from}
            onChange={value => setFrom(value as Day | null)}
          />
          <DateInput
            label={words.to}
            description={words.noEnd}
            valueFormat="DD/MM/YYYY"
            clearable
            value={until}
            onChange={value => setUntil(value as Day | null)}
          />
        </SimpleGrid>
      </ConsequenceDialog>
    </>
  )
}
