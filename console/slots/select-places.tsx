import { Anchor, MultiSelect, Stack, Text } from '@mantine/core'
import type { UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useUnits } from '../units/use-units.ts'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { slotWords } from '../words/slot-words.ts'
import type { Selected } from './slot-form.ts'
import { useNamedDevices } from './use-named-devices.ts'

/** Villages, groups and single loudspeakers of a unit, each found by typing. */
export function SelectPlaces({
  unitId,
  selected,
  select,
  offerGroups = false,
}: {
  unitId: UnitId
  selected: Selected
  select: (selected: Selected) => void
  /** Says where to make a group when there is none. */
  offerGroups?: boolean
}) {
  const words = useWords(slotWords)
  const language = useLanguage()
  const { tree, nameOf, query } = useUnits()
  const [search, setSearch] = useState('')
  const below = descendantsOf(tree, unitId)
  const groups = useQuery(api.devices.groups.queryOptions({ input: { unitId } }))
  const found = useQuery(
    api.devices.list.queryOptions({
      input: { unitId, kind: 'speaker', limit: 50, ...(search ? { search } : {}) },
      placeholderData: before => before,
    }),
  )
  const named = useNamedDevices(selected.devices, found.data?.items ?? [])
  return (
    <Stack gap="sm">
      {below.length > 0 && (
        <MultiSelect
          label={words.units}
          searchable
          clearable
          limit={100}
          styles={{ inputField: { outline: 'none' } }}
          data={below.map(unit => ({
            value: unit.unitId,
            label:
              unit.parentId === unitId || unit.parentId === null
                ? displayName(unit)
                : `${displayName(unit)}, ${nameOf(unit.parentId)}`,
          }))}
          value={[...selected.units]}
          onChange={units => select({ ...selected, units: units })}
        />
      )}
      {groups.data && groups.data.length > 0 && (
        <MultiSelect
          label={words.groups}
          searchable
          clearable
          styles={{ inputField: { outline: 'none' } }}
          data={groups.data.map(({ id, name, deviceIds }) => ({
            value: id,
            label: words.groupCount(name, writeNumber(deviceIds.length, language)),
          }))}
          value={[...selected.groups]}
          onChange={ids => select({ ...selected, groups: ids })}
        />
      )}
      {offerGroups && groups.data?.length === 0 && (
        <Text size="sm" c="var(--ink-soft)">
          {words.noGroups}{' '}
          <Anchor component={Link} to="/cum-loa/nhom/moi">
            {words.makeGroup}
          </Anchor>
        </Text>
      )}
      <MultiSelect
        label={words.devices}
        searchable
        clearable
        searchValue={search}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        styles={{ inputField: { outline: 'none' } }}
        data={[...named].map(([value, label]) => ({ value, label }))}
        value={[...selected.devices]}
        onChange={devices => select({ ...selected, devices: devices })}
      />
      <ProblemNotice error={query.error ?? groups.error ?? found.error} />
    </Stack>
  )
}
