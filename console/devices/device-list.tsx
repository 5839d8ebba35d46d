import { Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { EmptyState, Panel, Row, RowList } from '@nguon/design'
import { type DeviceState, deviceStates, mayKeepDevices } from '@nguon/domain/devices'
import { IconBuildingBroadcastTower, IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api, type client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'
import { DeviceStateTag } from './device-state-tag.tsx'

type DeviceRowData = Awaited<ReturnType<typeof client.devices.list>>['items'][number]

export function DeviceList() {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const [parameters, setParameters] = useSearchParams()
  const search = parameters.get('tim')?.slice(0, 100) ?? ''
  const state = deviceStates.find(name => name === parameters.get('trang-thai'))
  const [typed, setTyped] = useState(search)
  const change = (name: string, value: string | null) =>
    setParameters(
      before => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true },
    )
  const find = useDebouncedCallback((text: string) => change('tim', text.trim()), 350)
  const found = useInfiniteQuery(
    api.devices.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        unitId: unit.unitId,
        limit: 30,
        ...(search ? { search } : {}),
        ...(state ? { state } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
  )
  const counts = found.data?.pages[0]?.counts
  const named = (name: DeviceState) =>
    counts ? words.counts(writeNumber(counts[name] ?? 0, language), words.states[name]) : words.states[name]
  const register = mayKeepDevices(actor, unit.path) && (
    <Button component={Link} to="/cum-loa/moi" leftSection={<IconPlus aria-hidden size={22} />}>
      {words.register}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={register}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          leftSection={<IconSearch aria-hidden size={20} />}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            find(event.currentTarget.value)
          }}
        />
        <Select
          aria-label={words.state}
          placeholder={words.allStates}
          clearable
          data={deviceStates.map(value => ({ value, label: named(value) }))}
          value={state ?? null}
          onChange={value => change('trang-thai', value)}
        />
      </SimpleGrid>
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
      <Panel flush>
        <Loaded query={found} lines={6}>
          {({ pages }) => {
            const rows = pages.flatMap(page => page.items)
            if (rows.length === 0 && (search || state)) {
              const clear = () => {
                setTyped('')
                setParameters({}, { replace: true })
              }
              return (
                <EmptyState
                  title={words.nothingFound}
                  action={
                    <Button variant="default" onClick={clear}>
                      {words.clear}
                    </Button>
                  }
                >
                  {words.nothingFoundWords}
                </EmptyState>
              )
            }
            if (rows.length === 0) {
              return (
                <EmptyState icon={<IconBuildingBroadcastTower size={34} />} title={words.emptyTitle} action={register}>
                  {words.emptyWords}
                </EmptyState>
              )
            }
            return (
              <RowList label={words.title}>
                {rows.map(row => (
                  <DeviceRow key={row.id} row={row} />
                ))}
              </RowList>
            )
          }}
        </Loaded>
      </Panel>
      <MoreButton query={found} />
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
    row.lastSeenAt === null ? words.neverSeen : words.seen(writeNear(row.lastSeenAt, now, language)),
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
