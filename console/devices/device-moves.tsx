import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { writeInstant } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { moveWords } from '../words/move-words.ts'
import type { DeviceDetails } from './device-page.tsx'

/** Where it came from, and whether it knows; nothing for a loudspeaker that was never moved. */
export function DeviceMoves({ device }: { device: DeviceDetails }) {
  const words = useWords(moveWords)
  const { nameOf } = useUnits()
  const query = useQuery(
    api.devices.moves.queryOptions({ input: { deviceId: device.id }, refetchInterval: 15_000, staleTime: 5000 }),
  )
  const moves = query.data?.moves ?? []
  if (moves.length === 0) return null
  return (
    <Panel title={words.state} flush>
      <RowList label={words.state}>
        {moves.map(({ formerUnitId, unitId, decidedAt, confirmedAt }, index) => {
          const waits = index === 0 && confirmedAt === null && device.claimedAt !== null
          const known = confirmedAt === null ? null : words.confirmed(writeInstant(confirmedAt))
          const unknown = device.claimedAt === null ? words.unclaimed : words.unconfirmedWords(nameOf(formerUnitId))
          return (
            <Row
              key={decidedAt}
              title={words.way(nameOf(formerUnitId), nameOf(unitId))}
              about={[words.decided(writeInstant(decidedAt)), known ?? (index === 0 && unknown)]
                .filter(Boolean)
                .join(' · ')}
              {...(waits ? { end: <StatusTag tone="caution">{words.unconfirmed}</StatusTag> } : {})}
            />
          )
        })}
      </RowList>
    </Panel>
  )
}
