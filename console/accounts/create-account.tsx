import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { Panel } from '@nguon/design'
import { type Role, roles, type UnitId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnitChoices } from '../units/use-unit-choices.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { OneTimeLink } from './one-time-link.tsx'

export function CreateAccount() {
  const words = useWords(accountWords)
  const { roles: roleNames } = useWords(identityWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [fields, setFields] = useState({ name: '', userName: '', position: '', phone: '', penName: '' })
  const [unitId, setUnitId] = useState<UnitId>(unit.unitId)
  const units = useUnitChoices(unit.unitId)
  const [chosen, setChosen] = useState<Role[]>([])
  const change = (values: Partial<typeof fields>) => setFields(before => ({ ...before, ...values }))
  const create = useMutation(
    api.accounts.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.accounts.key() }),
    }),
  )
  const back = { to: '/tai-khoan', label: words.back }
  if (create.data) {
    const { account, invitation } = create.data
    return (
      <Screen title={account.name} back={back}>
        <OneTimeLink link={invitation} name={account.name}>
          <Button component={Link} to={`/tai-khoan/${account.id}`}>
            {words.toAccount}
          </Button>
        </OneTimeLink>
      </Screen>
    )
  }
  return (
    <Screen title={words.create} lead={unit.fullName} back={back}>
      <form
        onSubmit={event => {
          event.preventDefault()
          create.mutate({ ...fields, phone: fields.phone || null, unitId, roles: chosen })
        }}
      >
        <Panel>
          <Stack>
            <TextInput
              label={words.name}
              required
              maxLength={100}
              autoComplete="off"
              value={fields.name}
              onChange={event => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={words.userName}
              description={words.userNameHint}
              required
              autoComplete="off"
              autoCapitalize="none"
              value={fields.userName}
              onChange={event => change({ userName: event.currentTarget.value })}
            />
            <TextInput
              label={words.position}
              maxLength={150}
              value={fields.position}
              onChange={event => change({ position: event.currentTarget.value })}
            />
            <TextInput
              label={words.phone}
              type="tel"
              maxLength={30}
              autoComplete="off"
              value={fields.phone}
              onChange={event => change({ phone: event.currentTarget.value })}
            />
            <TextInput
              label={words.penName}
              maxLength={100}
              autoComplete="off"
              value={fields.penName}
              onChange={event => change({ penName: event.currentTarget.value })}
            />
            <Select
              label={words.unit}
              searchable
              limit={100}
              allowDeselect={false}
              data={units}
              value={unitId}
              onChange={value => value && setUnitId(value)}
            />
            <MultiSelect
              label={words.roles}
              description={words.rolesHint}
              data={roles.map(role => ({ value: role, label: roleNames[role] }))}
              value={chosen}
              onChange={setChosen}
            />
            <ProblemNotice error={create.error} />
            <Group>
              <Button
                type="submit"
                loading={create.isPending}
                disabled={fields.name.trim().length < 2 || fields.userName.trim() === ''}
              >
                {words.createConfirm}
              </Button>
            </Group>
          </Stack>
        </Panel>
      </form>
    </Screen>
  )
}
