import { Button, Select, Text } from '@mantine/core'
import { type ContributorRole, contributorRoles, type UnitSetId } from '@nguon/domain/identity'
import { type AccountId } from '@nguon/domain/platform'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { unitSetWords } from '../words/unit-set-words.ts'
import { GrantDates, noGrantDays, validityOf } from './grant-dates.tsx'

/** Gives somebody of an agency a role over a named set of units, with dates. */
export function GrantSetRole({ accountId }: { accountId: AccountId }) {
  const words = useWords(unitSetWords)
  const account = useWords(accountWords)
  const { roles: roleNames } = useWords(identityWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [setId, setSetId] = useState<UnitSetId | null>(null)
  const [role, setRole] = useState<ContributorRole>(contributorRoles[0])
  const [days, setDays] = useState(noGrantDays)
  const sets = useQuery(api.unitSets.list.queryOptions({ input: { unitId: unit.unitId, limit: 100 }, enabled: opened }))
  const grant = useMutation({
    mutationFn: async (id: UnitSetId) =>
      client.unitSets.grantRole({
        id,
        accountId,
        role,
        ...validityOf(days),
      }),
    onSuccess: async () => {
      setOpened(false)
      toast(account.granted)
      await queries.invalidateQueries({ queryKey: api.accounts.key() })
    },
  })
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.grant}
      </Button>
      <ConsequenceDialog
        opened={opened}
        title={words.grant}
        consequences={[{ text: words.grantConsequence }]}
        confirm={account.grant}
        busy={grant.isPending}
        error={grant.error ?? sets.error}
        disabled={setId === null}
        onConfirm={() => setId && grant.mutate(setId)}
        onClose={() => setOpened(false)}
      >
        {sets.data?.items.length === 0 && (
          <Text>
            {words.emptyTitle}. <Link to="/tai-khoan/nhom-don-vi">{words.create}</Link>
          </Text>
        )}
        <Select
          label={words.set}
          allowDeselect={false}
          data={sets.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={setId}
          onChange={setSetId}
        />
        <Select
          label={account.role}
          allowDeselect={false}
          data={contributorRoles.map(value => ({ value, label: roleNames[value] }))}
          value={role}
          onChange={value => value && setRole(value)}
        />
        <GrantDates days={days} onChange={setDays} />
      </ConsequenceDialog>
    </>
  )
}
