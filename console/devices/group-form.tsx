import { Button, Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { Panel } from '@nguon/design'
import { type DeviceGroup, mayKeepGroups } from '@nguon/domain/devices'
import { type DeviceId, foldVietnamese } from '@nguon/domain/platform'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'
import { useLanguage } from '../words/language.ts'

/** The name and the members; without a group a new one is made. */
export function GroupForm({ group }: { group?: DeviceGroup }) {
  const words = useWords(groupWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState(group?.name ?? '')
  const [members, setMembers] = useState<readonly DeviceId[]>(group?.deviceIds ?? [])
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const mayKeep = mayKeepGroups(actor, unit.path)
  const save = useMutation({
    mutationFn: () => {
      const fields = { name, deviceIds: [...members] }
      return group
        ? client.devices.updateGroup({ groupId: group.id, version: group.version, ...fields })
        : client.devices.createGroup({ unitId: unit.unitId, ...fields, idempotencyKey })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.devices.key() })
      toast(words.saved)
      await navigate('/cum-loa/nhom')
    },
  })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (mayKeep && name.trim() !== '') save.mutate()
      }}
    >
      <Stack>
        <Panel>
          <TextInput
            label={words.name}
            description={words.nameHint}
            required
            readOnly={!mayKeep}
            maxLength={100}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
        </Panel>
        <ChooseMembers members={members} choose={setMembers} readOnly={!mayKeep} />
        <ProblemNotice error={save.error} />
        {mayKeep && (
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {words.save(writeNumber(members.length, language))}
          </Button>
        )}
      </Stack>
    </form>
  )
}

/** Every loudspeaker of the unit and below it, found by typing. */
function ChooseMembers({
  members,
  choose,
  readOnly,
}: {
  members: readonly DeviceId[]
  choose: (members: readonly DeviceId[]) => void
  readOnly: boolean
}) {
  const words = useWords(groupWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const { nameOf } = useUnits()
  const [search, setSearch] = useState('')
  const found = useInfiniteQuery(
    api.devices.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, kind: 'speaker', limit: 100 }),
      ...byPages,
    }),
  )
  const { hasNextPage, fetchNextPage, isFetching } = found
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const wanted = foldVietnamese(search)
  return (
    <Panel title={words.members} aside={<Text>{words.count(writeNumber(members.length, language))}</Text>}>
      <TextInput
        label={words.search}
        mb="sm"
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
        onKeyDown={event => {
          // Enter looks for a loudspeaker; it does not save the group.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <Loaded query={found} lines={4}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          const shown = rows.filter(row =>
            foldVietnamese(`${row.name} ${nameOf(row.villageId ?? row.unitId)}`).includes(wanted),
          )
          if (shown.length === 0) return <Text c="var(--ink-soft)">{words.nothingFound}</Text>
          return (
            <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: -1 }}>
              <Checkbox.Group aria-label={words.members} value={[...members]} onChange={ids => choose(ids)}>
                <Stack gap="xs">
                  {shown.map(row => (
                    <Checkbox
                      key={row.id}
                      size="md"
                      disabled={readOnly}
                      value={row.id}
                      label={row.name}
                      description={nameOf(row.villageId ?? row.unitId)}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            </ScrollArea.Autosize>
          )
        }}
      </Loaded>
    </Panel>
  )
}
