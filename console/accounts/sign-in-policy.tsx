import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { maySetSignInPolicy } from '@nguon/domain/identity'
import { type Role, roles } from '@nguon/domain/platform'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { policyWords } from '../words/policy-words.ts'

type Policy = Awaited<ReturnType<typeof client.accounts.readSignInPolicy>>

/** Quy định đăng nhập: which roles are held only with the second factor, in the unit and all below it. */
export function SignInPolicy() {
  const words = useWords(policyWords)
  const { back } = useWords(accountWords)
  const { unit } = useWorkplace()
  const policy = useQuery(api.accounts.readSignInPolicy.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen title={words.title} lead={words.lead(unit.name)} back={{ to: '/tai-khoan', label: back }}>
      <Loaded query={policy}>{data => <Decide key={`${data.unitId} ${data.version}`} policy={data} />}</Loaded>
    </Screen>
  )
}

function Decide({ policy }: { policy: Policy }) {
  const words = useWords(policyWords)
  const { roles: roleNames } = useWords(identityWords)
  const { actor, unit } = useWorkplace()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly Role[]>(policy.secondFactorRoles)
  const [asking, setAsking] = useState(false)
  const mayChange = maySetSignInPolicy(actor, unit.path)
  const set = useMutation(
    api.accounts.setSignInPolicy.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        toast(words.saved)
      },
      onSettled: (_saved, error) =>
        error && !isProblem(error, 'STALE_VERSION')
          ? undefined
          : queries.invalidateQueries({ queryKey: api.accounts.readSignInPolicy.key() }),
    }),
  )
  const added = chosen.filter(role => !policy.secondFactorRoles.includes(role))
  const dropped = policy.secondFactorRoles.filter(role => !chosen.includes(role))
  const named = (list: readonly Role[]) => list.map(role => roleNames[role]).join(', ')
  return (
    <Panel>
      <Stack>
        <Checkbox.Group
          label={words.roles}
          description={mayChange ? words.rolesHint : words.onlyAdministrators}
          value={[...chosen]}
          onChange={values => setChosen(roles.filter(role => values.includes(role)))}
        >
          <Stack mt="md">
            {roles.map(role => (
              <Checkbox key={role} value={role} label={roleNames[role]} disabled={!mayChange} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text c="var(--ink-soft)">{words.always}</Text>
        {mayChange && (
          <Group>
            <Button disabled={added.length + dropped.length === 0} onClick={() => setAsking(true)}>
              {words.save}
            </Button>
          </Group>
        )}
      </Stack>
      <ConsequenceDialog
        opened={asking}
        title={words.saveTitle}
        consequences={[
          ...(added.length > 0 ? [{ tone: 'caution' as const, text: words.added(named(added)) }] : []),
          ...(dropped.length > 0 ? [{ tone: 'caution' as const, text: words.dropped(named(dropped)) }] : []),
          { text: words.below },
        ]}
        confirm={words.save}
        busy={set.isPending}
        error={set.error}
        onConfirm={() => set.mutate({ unitId: policy.unitId, version: policy.version, secondFactorRoles: [...chosen] })}
        onClose={() => setAsking(false)}
      />
    </Panel>
  )
}
