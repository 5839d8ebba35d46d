import { Button, Group, SegmentedControl } from '@mantine/core'
import { LoadingLines, Row } from '@nguon/design'
import { type DeviceState, deviceStates, mayKeepDevices } from '@nguon/domain/devices'
import { IconBuildingBroadcastTower, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { api, type client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeAge, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'
import { mapWords } from '../words/map-words.ts'
import { telemetryWords } from '../words/telemetry-words.ts'
import { DeviceFilter, deviceFilterNames, readDeviceFilter } from './device-filter.tsx'
import { DeviceStateTag } from './device-state-tag.tsx'

/** The map and what draws it come only to who looks at it. */
const DeviceMap = lazy(async () => ({ default: (await import('./device-map.tsx')).DeviceMap }))

type DeviceRowData = Awaited<ReturnType<typeof client.devices.list>>['items'][number]

export function DeviceList() {
  const words = useWords(deviceWords)
  const { title: groupTitle } = useWords(groupWords)
  const map = useWords(mapWords)
  const telemetry = useWords(telemetryWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const filter = useAddressFilter(deviceFilterNames)
  const { read, change, clear, isFiltering } = filter
  const viewing = useAddressFilter(['xem'])
  const view = viewing.read('xem') === 'ban-do' ? 'map' : 'list'
  const { sort: _sort, ...wish } = readDeviceFilter(read)
  const state = oneOf(deviceStates, read('trang-thai'))
  const found = useInfiniteQuery(
    api.devices.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 30, ...readDeviceFilter(read) }),
      ...byPages,
      refetchInterval: 30_000,
    }),
  )
  const counts = found.data?.pages[0]?.counts
  const named = (name: DeviceState) =>
    counts ? words.counts(writeNumber(counts[name] ?? 0, language), words.states[name]) : words.states[name]
  const groups = (
    <Button component={Link} to="/cum-loa/nhom" variant="default">
      {groupTitle}
    </Button>
  )
  const register = mayKeepDevices(actor, unit.path) && (
    <Button component={Link} to="/cum-loa/moi" leftSection={<IconPlus aria-hidden size={22} />}>
      {words.register}
    </Button>
  )
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <>
          {groups}
          <Button component={Link} to="/cum-loa/co-tin-hieu" variant="default">
            {telemetry.listTitle}
          </Button>
          {register}
        </>
      }
    >
      <SegmentedControl
        style={{ justifySelf: 'start', alignSelf: 'start' }}
        aria-label={map.view}
        data={[
          { value: 'list', label: map.views.list },
          { value: 'map', label: map.views.map },
        ]}
        value={view}
        onChange={value => viewing.change('xem', value === 'map' ? 'ban-do' : null)}
      />
      <DeviceFilter filter={filter} named={named} />
      {counts && (
        <Group gap="xs" role="status">
          {deviceStates
            .filter(name => (counts[name] ?? 0) > 0)
            .map(name => (
              <Button
                key={name}
                variant={state === name ? 'light' : 'default'}
                aria-pressed={state === name}
                onClick={() => change('trang-thai', state === name ? null : name)}
              >
                {named(name)}
              </Button>
            ))}
        </Group>
      )}
      {view === 'map' ? (
        <Suspense fallback={<LoadingLines label={words.title} />}>
          <DeviceMap key={JSON.stringify(wish)} wish={wish} />
        </Suspense>
      ) : (
        <ListFrame
          label={words.title}
          query={found}
          empty={{
            icon: <IconBuildingBroadcastTower size={34} />,
            title: words.emptyTitle,
            words: words.emptyWords,
            action: register,
          }}
          filter={{
            isFiltering,
            clear,
            nothing: { title: words.nothingFound, words: words.nothingFoundWords },
            undo: words.clear,
          }}
          row={row => <DeviceRow key={row.id} row={row} />}
        />
      )}
    </Screen>
  )
}

function DeviceRow({ row }: { row: DeviceRowData }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const now = useNow()
  const { nameOf } = useUnits()
  const missing = row.telemetry?.mediaMissing ?? 0
  const about = [
    nameOf(row.villageId ?? row.unitId),
    row.households > 0 && words.household(writeNumber(row.households, language)),
    row.lastSeenAt === null ? words.neverSeen : words.seen(writeAge(row.lastSeenAt, now, language)),
    row.state === 'online' && row.telemetry?.playing && words.playing,
    missing > 0 && words.mediaMissing(writeNumber(missing, language)),
  ]
  return (
    <Row
      link={(title, className) => (
        <Link to={`/cum-loa/${row.id}`} className={className}>
          {title}
        </Link>
      )}
      title={row.name}
      about={about.filter(Boolean).join(' · ')}
      end={<DeviceStateTag state={row.state} />}
    />
  )
}
