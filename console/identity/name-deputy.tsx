import { Select, SimpleGrid } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type AccountId, addDays, type Day, instant } from '@nguon/domain/platform'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, startOfDay, writeDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { deputyWords } from '../words/deputy-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

const longestDays = 90

/** For a leave or an illness: whom, in which of my roles, from which day to which. */
export function NameDeputy({ onClose }: { onClose: () => void }) {
  const words = useWords(deputyWords)
  const { roles } = useWords(identityWords)
  const { me, units } = useWorkplace()
  const now = useNow()
  const today = localDay(now)
  const own = me.grants.filter(grant => grant.deputyFor === null)
  const nameOf = (unitId: string) => units.find(unit => unit.unitId === unitId)?.name ?? ''
  const [chosen, setChosen] = useState('0')
  const [accountId, setAccountId] = useState<AccountId | null>(null)
  const [from, setFrom] = useState<Day>(today)
  const [until, setUntil] = useState<Day>(addDays(today, 6))
  const grant = own[Number(chosen)]
  const candidates = useQuery(
    api.session.findDeputies.queryOptions({
      input: { role: grant?.role ?? 'author', unitId: grant?.unitId ?? ('' as never) },
      enabled: grant !== undefined,
    }),
  )
  const people = candidates.data?.items ?? []
  const person = people.find(({ id }) => id === accountId)
  const name = useMutation({
    mutationFn: async () => {
      if (!grant || !person) throw new Error('a deputy is named for a role, and is somebody')
      const { role, unitId } = grant
      await client.session.nameDeputy({
        accountId: person.id,
        role,
        unitId,
        // Today means from now on.
        validFrom: instant(Math.max(startOfDay(from), now)),
        validTo: startOfDay(addDays(until, 1)),
      })
    },
    onSuccess: async () => {
      toast(words.named)
      onClose()
      await queryClient.invalidateQueries({ queryKey: api.session.listDeputies.key() })
    },
  })
  const faults = fieldFaults(name.error, ['accountId', 'validTo'])
  return (
    <ConsequenceDialog
      opened
      title={words.nameTitle}
      consequences={[
        { text: words.does(person?.name ?? words.thatPerson, writeDay(from), writeDay(until)) },
        { text: words.keeps },
        { text: words.trail },
      ]}
      confirm={words.name}
      busy={name.isPending}
      error={faults.rest ?? candidates.error}
      disabled={!grant || !person}
      onConfirm={() => name.mutate()}
      onClose={onClose}
    >
      <Select
        label={words.role}
        allowDeselect={false}
        data={own.map(({ role, unitId }, at) => ({ value: String(at), label: `${roles[role]}, ${nameOf(unitId)}` }))}
        value={chosen}
        onChange={value => {
          setChosen(value ?? '0')
          setAccountId(null)
        }}
      />
      <Select
        label={words.person}
        searchable
        nothingFoundMessage={words.nobody}
        data={people.map(({ id, name: label, position }) => ({
          value: id,
          label: position ? `${label}, ${position}` : label,
        }))}
        value={accountId}
        error={faults.of('accountId')}
        onChange={setAccountId}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateInput
          label={words.from}
          valueFormat="DD/MM/YYYY"
          minDate={today}
          value={from}
          onChange={day => {
            if (day === null) return
            setFrom(day as Day)
            if (until < day) setUntil(day as Day)
          }}
        />
        <DateInput
          label={words.until}
          valueFormat="DD/MM/YYYY"
          minDate={from}
          maxDate={addDays(from, longestDays - 1)}
          value={until}
          error={faults.of('validTo')}
          onChange={day => day !== null && setUntil(day as Day)}
        />
      </SimpleGrid>
    </ConsequenceDialog>
  )
}
