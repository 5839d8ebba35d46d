import { EmptyState, Panel, Row, RowList } from '@nguon/design'
import { addDays, type Day } from '@nguon/domain/platform'
import { IconBuildingBroadcastTower } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../api/client.ts'
import { DeviceStateTag } from '../devices/device-state-tag.tsx'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { todayWords } from '../words/today-words.ts'
import { SessionsTold } from './sessions-told.tsx'

const renewMilliseconds = 30_000

/** For a village head: what sounded and will sound on the loudspeakers of the village, and how they are. */
export function VillageToday({ day }: { day: Day }) {
  const { village: words } = useWords(todayWords)
  const { unit } = useWorkplace()
  const ofDay = (wanted: Day) =>
    api.airings.ofVillage.queryOptions({
      input: { unitId: unit.unitId, day: wanted },
      refetchInterval: renewMilliseconds,
    })
  const today = useQuery(ofDay(day))
  const tomorrow = useQuery(ofDay(addDays(day, 1)))
  return (
    <Loaded query={today} lines={3}>
      {({ devices, sessions, now }) =>
        devices.length === 0 ? (
          <Panel>
            <EmptyState icon={<IconBuildingBroadcastTower size={34} />} title={words.noDevices}>
              {words.noDevicesWords}
            </EmptyState>
          </Panel>
        ) : (
          <>
            <SessionsTold sessions={sessions} now={now} nextDay={tomorrow.data?.sessions ?? []} whole={false} />
            <Devices devices={devices} />
          </>
        )
      }
    </Loaded>
  )
}

type Village = Awaited<ReturnType<typeof client.airings.ofVillage>>

function Devices({ devices }: Pick<Village, 'devices'>) {
  const { village: words } = useWords(todayWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <Panel title={words.devices} flush>
      <RowList label={words.devices}>
        {devices.map(({ deviceId, name, state, lastSeenAt }) => (
          <Row
            key={deviceId}
            title={name}
            about={[
              state !== 'online' && lastSeenAt !== null && words.lastSeen(writeNear(lastSeenAt, now, language)),
              state === 'silent' && words.askTechnician,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={<DeviceStateTag state={state} />}
          />
        ))}
      </RowList>
    </Panel>
  )
}
