import { Button } from '@mantine/core'
import { wordDeviceRefusal } from '@nguon/contract/devices'
import { FactList, Panel, Row, RowList } from '@nguon/design'
import { mayKeepDevices } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { mayReadSchedule } from '@nguon/domain/schedule'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { DeviceAlarms } from '../alarms/device-alarms.tsx'
import { SelfTests } from '../alarms/self-tests.tsx'
import { api, type client } from '../api/client.ts'
import { PoleReports } from '../poles/pole-reports.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { DeviceDay } from '../telemetry/device-day.tsx'
import { DeviceWeek } from '../telemetry/device-week.tsx'
import { writeInstant, writeNumber } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { poleWords } from '../words/pole-words.ts'
import { useLanguage } from '../words/language.ts'
import { DeviceAirings } from './device-airings.tsx'
import { DeviceAssetPanel } from './device-asset-panel.tsx'
import { DeviceHealth } from './device-health.tsx'
import { DeviceMoves } from './device-moves.tsx'
import { DeviceStateTag } from './device-state-tag.tsx'
import { MoveDevice } from './move-device.tsx'
import { RenewClaim } from './renew-claim.tsx'
import { RetireDevice } from './retire-device.tsx'
import { WhySilent } from './why-silent.tsx'

export type DeviceDetails = Awaited<ReturnType<typeof client.devices.read>>

export function DevicePage() {
  const words = useWords(deviceWords)
  const deviceId = useParams()['deviceId'] as DeviceId
  const { actor, unit } = useWorkplace()
  const query = useQuery(
    api.devices.read.queryOptions({ input: { deviceId }, refetchInterval: 15_000, staleTime: 5000 }),
  )
  return (
    <Loaded query={query}>
      {device => (
        <Screen
          title={device.name}
          lead={<DeviceStateTag state={device.state} />}
          back={{ to: '/cum-loa', label: words.back }}
          action={<Acts device={device} />}
        >
          <DeviceAlarms deviceId={device.id} />
          <DeviceMoves device={device} />
          <PoleReports deviceId={device.id} />
          <DeviceHealth device={device} />
          <DeviceWeek deviceId={device.id} />
          {device.kind === 'speaker' && <DeviceDay deviceId={device.id} />}
          {device.kind === 'speaker' && <DeviceAirings deviceId={device.id} />}
          {device.kind === 'speaker' && <SelfTests deviceId={device.id} />}
          {device.kind === 'speaker' && mayReadSchedule(actor, unit.path) && <WhySilent deviceId={device.id} />}
          {device.refusals.length > 0 && <Refused device={device} />}
          <About device={device} />
          <DeviceAssetPanel asset={device} />
        </Screen>
      )}
    </Loaded>
  )
}

function Acts({ device }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const { sheet } = useWords(poleWords)
  const { actor, unit } = useWorkplace()
  if (device.state === 'retired' || !mayKeepDevices(actor, unit.path)) return null
  return (
    <>
      {device.kind === 'speaker' && (
        <Button component={Link} to={`/cum-loa/${device.id}/ma-dan`} variant="default">
          {sheet}
        </Button>
      )}
      <Button component={Link} to={`/cum-loa/${device.id}/sua`} variant="default">
        {words.edit}
      </Button>
      <MoveDevice device={device} />
      <RenewClaim device={device} />
      <RetireDevice device={device} />
    </>
  )
}

function Refused({ device }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const subjects: Readonly<Record<string, string>> = words.subjects
  return (
    <Panel title={words.refusals} flush>
      <RowList label={words.refusals}>
        {device.refusals.map(({ at, subject, fault, detail }) => (
          <Row
            key={`${at} ${subject} ${fault} ${detail}`}
            title={wordDeviceRefusal(subject, fault, language) ?? `${subjects[subject] ?? subject}: ${fault}`}
            about={`${writeInstant(at)} · ${words.refusalCode(`${subject}/${fault}`)}`}
          />
        ))}
      </RowList>
    </Panel>
  )
}

function About({ device }: { device: DeviceDetails }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  const number = (value: number) => writeNumber(value, language)
  const { latitude, longitude } = device
  return (
    <Panel title={words.about}>
      <FactList
        facts={[
          [words.kind, words.kinds[device.kind]],
          [words.village, [device.villageId, device.unitId].flatMap(id => (id ? [nameOf(id)] : [])).join(', ')],
          [words.households, device.households > 0 ? number(device.households) : null],
          [words.horns, device.horns > 0 ? words.hornsOf(number(device.horns), number(device.wattsPerHorn)) : null],
          [words.place, latitude !== null && longitude !== null ? `${latitude}, ${longitude}` : null],
          [words.sim, [device.simCarrier, device.simNumber].filter(Boolean).join(' · ')],
          [words.model, device.model],
          [words.registered, writeInstant(device.registeredAt)],
          [words.claimed, device.claimedAt && writeInstant(device.claimedAt)],
          [words.retired, device.retiredAt && writeInstant(device.retiredAt)],
          [words.note, device.note],
        ]}
      />
    </Panel>
  )
}
