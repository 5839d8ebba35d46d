import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { Panel } from '@nguon/design'
import { type Device, type DeviceAsset, noAsset } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useUnits } from '../units/use-units.ts'
import { assetWords } from '../words/asset-words.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { AssetFields } from './asset-fields.tsx'

export type DeviceFields = Pick<
  Device,
  | 'name'
  | 'villageId'
  | 'latitude'
  | 'longitude'
  | 'households'
  | 'horns'
  | 'wattsPerHorn'
  | 'simCarrier'
  | 'simNumber'
  | 'note'
  | keyof DeviceAsset
>

export const emptyDevice: DeviceFields = {
  name: '',
  villageId: null,
  latitude: null,
  longitude: null,
  households: 0,
  horns: 2,
  wattsPerHorn: 25,
  simCarrier: null,
  simNumber: null,
  note: '',
  ...noAsset,
}

export function fieldsOf(device: DeviceFields): DeviceFields {
  const { purchasedOn, price, usefulYears, warrantyUntil, photoSha256 } = device
  const asset = { purchasedOn, price, usefulYears, warrantyUntil, photoSha256 }
  const { name, villageId, latitude, longitude, households, horns, wattsPerHorn, simCarrier, simNumber, note } = device
  return {
    name,
    villageId,
    latitude,
    longitude,
    households,
    horns,
    wattsPerHorn,
    simCarrier,
    simNumber,
    note,
    ...asset,
  }
}

/** What people know of a device; only its name is needed. */
export function DeviceForm({
  given,
  unitId,
  confirm,
  busy,
  error,
  onSubmit,
  children,
}: {
  given: DeviceFields
  unitId: UnitId
  confirm: string
  busy: boolean
  error: unknown
  onSubmit: (fields: DeviceFields) => void
  children?: ReactNode
}) {
  const words = useWords(deviceWords)
  const assets = useWords(assetWords)
  const { tree } = useUnits()
  const [fields, setFields] = useState(given)
  const change = (values: Partial<DeviceFields>) => setFields(before => ({ ...before, ...values }))
  const whole = (value: string | number) => (typeof value === 'number' ? Math.round(value) : 0)
  const degrees = (value: string | number) => (typeof value === 'number' ? value : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit({ ...fields, simCarrier: fields.simCarrier || null, simNumber: fields.simNumber || null })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Panel>
          <Stack>
            {children}
            <TextInput
              label={words.name}
              description={words.nameHint}
              required
              maxLength={200}
              value={fields.name}
              onChange={event => change({ name: event.currentTarget.value })}
            />
            <Select
              label={words.village}
              searchable
              clearable
              data={descendantsOf(tree, unitId).map(unit => ({ value: unit.unitId, label: displayName(unit) }))}
              value={fields.villageId}
              onChange={value => change({ villageId: value })}
            />
            <NumberInput
              label={words.households}
              min={0}
              max={100_000}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              value={fields.households}
              onChange={value => change({ households: whole(value) })}
            />
          </Stack>
        </Panel>
        <Panel title={words.optional}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label={words.horns}
              min={0}
              max={50}
              allowDecimal={false}
              value={fields.horns}
              onChange={value => change({ horns: whole(value) })}
            />
            <NumberInput
              label={words.watts}
              min={0}
              max={1000}
              allowDecimal={false}
              value={fields.wattsPerHorn}
              onChange={value => change({ wattsPerHorn: whole(value) })}
            />
            <NumberInput
              label={words.latitude}
              min={-90}
              max={90}
              decimalScale={6}
              value={fields.latitude ?? ''}
              onChange={value => change({ latitude: degrees(value) })}
            />
            <NumberInput
              label={words.longitude}
              min={-180}
              max={180}
              decimalScale={6}
              value={fields.longitude ?? ''}
              onChange={value => change({ longitude: degrees(value) })}
            />
            <TextInput
              label={words.simCarrier}
              maxLength={50}
              value={fields.simCarrier ?? ''}
              onChange={event => change({ simCarrier: event.currentTarget.value })}
            />
            <TextInput
              label={words.simNumber}
              maxLength={20}
              inputMode="tel"
              value={fields.simNumber ?? ''}
              onChange={event => change({ simNumber: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Textarea
            mt="md"
            label={words.note}
            maxLength={2000}
            value={fields.note}
            onChange={event => change({ note: event.currentTarget.value })}
          />
        </Panel>
        <Panel title={assets.title}>
          <AssetFields asset={fields} onChange={change} />
        </Panel>
        <ProblemNotice error={error} />
        <Group>
          <Button type="submit" loading={busy} disabled={fields.name.trim() === ''}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
