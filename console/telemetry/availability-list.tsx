import { Group, SegmentedControl, Text } from '@mantine/core'
import { Row } from '@nguon/design'
import { heardShare } from '@nguon/domain/telemetry'
import { IconBuildingBroadcastTower } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, type client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber, writeSeconds } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'
import { telemetryWords } from '../words/telemetry-words.ts'
import { SaveAvailability } from './save-availability.tsx'
import { writeShare } from './write-measure.ts'

const periods = ['7', '30', '90'] as const

export type AvailabilityRow = Awaited<ReturnType<typeof client.telemetry.availability>>['items'][number]

/** Every device of the unit by how much of the time it was heard, the least first. */
export function AvailabilityList() {
  const words = useWords(telemetryWords)
  const { back } = useWords(deviceWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const { read, change } = useAddressFilter(['ngay'])
  const days = oneOf(periods, read('ngay')) ?? '30'
  const found = useInfiniteQuery(
    api.telemetry.availability.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, days: Number(days), limit: 30 }),
      ...byPages,
    }),
  )
  const share = found.data?.pages[0] && heardShare(found.data.pages[0].unit)
  return (
    <Screen
      title={words.listTitle}
      lead={words.listLead}
      back={{ to: '/cum-loa', label: back }}
      action={<SaveAvailability unitId={unit.unitId} days={Number(days)} />}
    >
      <Group>
        <SegmentedControl
          aria-label={words.period}
          data={periods.map(value => ({ value, label: words.days(value) }))}
          value={days}
          onChange={value => change('ngay', value)}
        />
        {typeof share === 'number' && <Text role="status">{words.unitShare(writeShare(share, language))}</Text>}
      </Group>
      <ListFrame
        label={words.listTitle}
        query={found}
        empty={{
          icon: <IconBuildingBroadcastTower size={34} />,
          title: words.emptyTitle,
          words: words.emptyWords,
        }}
        row={row => <DeviceShare key={row.id} row={row} />}
      />
    </Screen>
  )
}

function DeviceShare({ row }: { row: AvailabilityRow }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  const share = heardShare(row)
  const lost =
    row.outages === 0
      ? words.noOutage
      : words.outages(writeNumber(row.outages, language), writeSeconds(row.longestOutage / 1000, language))
  return (
    <Row
      link={(title, className) => (
        <Link to={`/cum-loa/${row.id}`} className={className}>
          {title}
        </Link>
      )}
      title={row.name}
      about={[nameOf(row.villageId ?? row.unitId), share !== null && lost].filter(Boolean).join(' · ')}
      end={
        <Text fw={600} className="tabular">
          {share === null ? words.unwatched : `${writeShare(share, language)} %`}
        </Text>
      }
    />
  )
}
