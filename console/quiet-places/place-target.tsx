import { Group, MultiSelect, NumberInput } from '@mantine/core'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import type { PlaceForm } from './place-form.ts'

/** Which loudspeakers the place silences: those chosen, those of villages, or those that stand around a point. */
export function PlaceTarget({ form, change }: { form: PlaceForm; change: (values: Partial<PlaceForm>) => void }) {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const { tree } = useUnits()
  const devices = useQuery(
    api.devices.list.queryOptions({ input: { unitId: unit.unitId, limit: 200 }, enabled: form.where === 'devices' }),
  )
  if (form.where === 'villages') {
    return (
      <MultiSelect
        label={words.villages}
        searchable
        limit={100}
        data={descendantsOf(tree, unit.unitId).map(one => ({ value: one.unitId, label: displayName(one) }))}
        value={[...form.villages]}
        onChange={values => change({ villages: values })}
      />
    )
  }
  if (form.where === 'devices') {
    return (
      <>
        <MultiSelect
          label={words.devices}
          searchable
          limit={100}
          data={(devices.data?.items ?? []).map(device => ({ value: device.id, label: device.name }))}
          value={[...form.devices]}
          onChange={values => change({ devices: values })}
        />
        <ProblemNotice error={devices.error} />
      </>
    )
  }
  const number = (name: 'latitude' | 'longitude' | 'radiusMetres', label: string, min: number, max: number) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      decimalSeparator=","
      flex="1 1 140px"
      value={form[name] ?? ''}
      onChange={given => change({ [name]: typeof given === 'number' ? given : null })}
    />
  )
  return (
    <Group gap="sm">
      {number('latitude', words.latitude, -90, 90)}
      {number('longitude', words.longitude, -180, 180)}
      {number('radiusMetres', words.radius, 1, 20_000)}
    </Group>
  )
}
