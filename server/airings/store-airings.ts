import type { Airing } from '@nguon/domain/airings'
import { unitOfLineup } from '@nguon/domain/assignments'
import { type Day, type DeviceId, instantToLocal, type UnitId } from '@nguon/domain/platform'
import { movesOfDevice } from '@nguon/server/assignments'
import { readDevice } from '@nguon/server/devices'
import type { Clock, Transaction } from '@nguon/server/platform'
import { addToDailySums, advanceLog, insertAirings } from './store.ts'

/** Stores airings of one device, each exactly once, and gives how far its log is stored without a gap. */
export async function storeAirings(
  tx: Transaction,
  { clock, zone }: { clock: Clock; zone: string },
  deviceId: DeviceId,
  airings: readonly Airing[],
): Promise<{ log: string; seq: number; fresh: readonly Airing[] } | null> {
  const device = await readDevice(tx, deviceId)
  const [first] = airings
  if (!device || !first || airings.some(airing => airing.deviceId !== deviceId || airing.log !== first.log)) return null
  const moves = await movesOfDevice(tx, deviceId)
  // A device may tell of what it played before it was moved: that stays with the unit it played it for.
  const byUnit = Map.groupBy(airings, ({ lineupVersion }) => unitOfLineup(moves, lineupVersion, device.unitId))
  const fresh: Airing[] = []
  for (const [unitId, played] of byUnit) {
    const stored = await insertAirings(tx, unitId, played, clock.now())
    await addSums(tx, unitId, stored, zone)
    fresh.push(...stored)
  }
  return { log: first.log, seq: await advanceLog(tx, deviceId, first.log, first.seq), fresh }
}

async function addSums(tx: Transaction, unitId: UnitId, fresh: readonly Airing[], zone: string): Promise<void> {
  const sums = new Map<string, { day: Day; result: Airing['result']['kind']; airings: number; seconds: number }>()
  for (const airing of fresh) {
    const { day } = instantToLocal(airing.plannedAt, zone)
    const key = `${day} ${airing.result.kind}`
    const sum = sums.get(key) ?? { day, result: airing.result.kind, airings: 0, seconds: 0 }
    sums.set(key, { ...sum, airings: sum.airings + 1, seconds: sum.seconds + airing.playedSeconds })
  }
  await addToDailySums(
    tx,
    [...sums.values()].map(sum => ({ ...sum, unitId })),
  )
}
