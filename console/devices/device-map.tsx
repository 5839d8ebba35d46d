import { Button, Stack, Text } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import { type DeviceState, mayKeepDevices } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { displayName, levels } from '@nguon/domain/territory'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { client } from '../api/client.ts'
import type { MapPoint, PointTone } from '../map/cluster-points.ts'
import { PointMap } from '../map/point-map.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'
import { mapWords } from '../words/map-words.ts'
import type { readDeviceFilter } from './device-filter.tsx'
import { DeviceStateTag } from './device-state-tag.tsx'

type Wish = Omit<ReturnType<typeof readDeviceFilter>, 'sort'>
type Points = Awaited<ReturnType<typeof client.devices.points>>
type DevicePoint = Points['items'][number]

const pageSize = 5000
const shownUnplaced = 20

const tones: Readonly<Record<DeviceState, PointTone>> = {
  online: 'good',
  silent: 'bad',
  waiting: 'plain',
  retired: 'plain',
}

async function allPoints(wish: Wish & { unitId: UnitId }): Promise<{ items: DevicePoint[]; tiles: Points['tiles'] }> {
  const items: DevicePoint[] = []
  let page: Points | null = null
  do {
    page = await client.devices.points({
      ...wish,
      limit: pageSize,
      ...(page?.nextCursor ? { cursor: page.nextCursor } : {}),
    })
    items.push(...page.items)
  } while (page.nextCursor)
  return { items, tiles: page.tiles }
}

/** Where the loudspeakers stand and how they are; those nobody has placed are named below. */
export function DeviceMap({ wish }: { wish: Wish }) {
  const { unit } = useWorkplace()
  const asked = { unitId: unit.unitId, ...wish }
  const query = useQuery({
    queryKey: ['device-points', asked],
    queryFn: () => allPoints(asked),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  return (
    <Loaded query={query} lines={6}>
      {({ items, tiles }) => <Placed devices={items} tiles={tiles} />}
    </Loaded>
  )
}

function Placed({ devices, tiles }: { devices: readonly DevicePoint[]; tiles: Points['tiles'] }) {
  const words = useWords(mapWords)
  const { states } = useWords(deviceWords)
  const { tree } = useUnits()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const points = useMemo(
    () =>
      devices.flatMap(({ id, name, latitude, longitude, state, troubled }): MapPoint[] => {
        if (latitude === null || longitude === null) return []
        const troubledNow = troubled && state === 'online'
        const label = words.point(name, troubledNow ? words.troubled : states[state].toLocaleLowerCase('vi'))
        return [{ id, latitude, longitude, label, tone: troubledNow ? 'caution' : tones[state] }]
      }),
    [devices, words, states],
  )
  const names = useMemo(
    () =>
      [...tree.units.values()].flatMap(version =>
        version.place ? [{ name: displayName(version), ...version.place, rank: levels.indexOf(version.level) }] : [],
      ),
    [tree],
  )
  const open = useCallback((opened: readonly MapPoint[]) => setChosen(opened.map(({ id }) => id)), [])
  const shown = devices.filter(({ id }) => chosen.includes(id))
  const unplaced = devices.filter(({ latitude, longitude }) => latitude === null || longitude === null)
  return (
    <Stack>
      <Panel>
        <Stack gap="xs">
          <PointMap label={words.label} points={points} names={names} tiles={tiles} onOpen={open} />
          <Text size="sm" c="var(--ink-soft)">
            {words.legend}
          </Text>
          <Text>{points.length > 0 ? words.hint : words.none}</Text>
        </Stack>
      </Panel>
      <div role="status">
        {shown.length > 0 && (
          <Panel title={words.chosen} flush>
            <RowList label={words.chosen}>
              {shown.map(device => (
                <ChosenDevice key={device.id} device={device} />
              ))}
            </RowList>
          </Panel>
        )}
      </div>
      {unplaced.length > 0 && <Unplaced devices={unplaced} />}
    </Stack>
  )
}

function ChosenDevice({ device: { id, name, unitId, state, troubled } }: { device: DevicePoint }) {
  const words = useWords(mapWords)
  const { nameOf } = useUnits()
  return (
    <Row
      link={(title, className) => (
        <Link to={`/cum-loa/${id}`} className={className}>
          {title}
        </Link>
      )}
      title={name}
      about={[nameOf(unitId), troubled && words.troubled].filter(Boolean).join(' · ')}
      end={<DeviceStateTag state={state} />}
    />
  )
}

function Unplaced({ devices }: { devices: readonly DevicePoint[] }) {
  const words = useWords(mapWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const rest = devices.length - shownUnplaced
  const title = words.unplaced(writeNumber(devices.length, language))
  return (
    <Panel title={title} flush>
      <RowList label={title}>
        {devices.slice(0, shownUnplaced).map(({ id, name, unitId }) => (
          <Row
            key={id}
            title={name}
            about={nameOf(unitId)}
            end={
              mayKeepDevices(actor, unit.path) && (
                <Button
                  component={Link}
                  to={`/cum-loa/${id}/sua`}
                  variant="default"
                  aria-label={`${words.fill}: ${name}`}
                >
                  {words.fill}
                </Button>
              )
            }
          />
        ))}
        {rest > 0 && <Row title={words.more(writeNumber(rest, language))} />}
      </RowList>
    </Panel>
  )
}
