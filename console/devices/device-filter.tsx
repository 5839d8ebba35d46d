import { Button, Group, Select } from '@mantine/core'
import { deviceKinds, type DeviceState, deviceStates } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { FoldedFilter } from '../lists/folded-filter.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { oneOf, type useAddressFilter } from '../lists/use-address-filter.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { assetWords } from '../words/asset-words.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'

export const deviceFilterNames = ['tim', 'trang-thai', 'thon', 'loai', 'su-co', 'thieu-tep', 'xep'] as const

type Name = (typeof deviceFilterNames)[number]
type Filter = ReturnType<typeof useAddressFilter<Name>>

const isUnitId = (text: string): text is UnitId => /^[0-9a-z]{26}$/.test(text)

/** What the address asks for, as the server is asked. */
export function readDeviceFilter(read: Filter['read']) {
  const search = read('tim').slice(0, 100)
  const [state, kind, village] = [
    oneOf(deviceStates, read('trang-thai')),
    oneOf(deviceKinds, read('loai')),
    read('thon'),
  ]
  return {
    ...(search ? { search } : {}),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(isUnitId(village) ? { villageId: village } : {}),
    ...(read('thieu-tep') ? ({ missing: 'true' } as const) : {}),
    ...(read('su-co') ? ({ troubled: 'true' } as const) : {}),
    sort: read('xep') ? ('lastSeen' as const) : ('name' as const),
  }
}

/** The search, and the choices behind it; on a phone these are folded away while none is made. */
export function DeviceFilter({
  filter: { read, change },
  named,
}: {
  filter: Filter
  named: (state: DeviceState) => string
}) {
  const words = useWords(deviceWords)
  const assets = useWords(assetWords)
  const { unit } = useWorkplace()
  const { tree } = useUnits()
  const choice = (name: Name, label: string, all: string, data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={all}
      searchable={data.length > 8}
      clearable
      data={data}
      value={read(name) || null}
      onChange={value => change(name, value)}
    />
  )
  const press = (name: Name, label: string) => (
    <Button
      variant={read(name) ? 'light' : 'default'}
      aria-pressed={read(name) !== ''}
      onClick={() => change(name, read(name) ? null : '1')}
    >
      {label}
    </Button>
  )
  const villages = descendantsOf(tree, unit.unitId)
  return (
    <>
      <FoldedFilter
        search={
          <SearchField
            label={words.search}
            hint={words.searchHint}
            value={read('tim').slice(0, 100)}
            onFind={text => change('tim', text)}
          />
        }
        fold={assets.filter}
        inUse={(['trang-thai', 'thon', 'loai', 'thieu-tep', 'xep'] as const).some(name => read(name))}
      >
        {choice(
          'trang-thai',
          words.state,
          words.allStates,
          deviceStates.map(value => ({ value, label: named(value) })),
        )}
        {choice(
          'thon',
          assets.village,
          assets.allVillages,
          villages.map(village => ({ value: village.unitId, label: displayName(village) })),
        )}
        {choice(
          'loai',
          assets.kind,
          assets.allKinds,
          deviceKinds.map(value => ({ value, label: words.kinds[value] })),
        )}
        {press('thieu-tep', assets.missing)}
        {press('xep', words.longestFirst)}
      </FoldedFilter>
      <Group gap="xs">{press('su-co', words.troubled)}</Group>
    </>
  )
}
