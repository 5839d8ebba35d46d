import type { Airing } from '@nguon/domain/airings'
import type { Device } from '@nguon/domain/devices'
import { instant, type UnitId } from '@nguon/domain/platform'
import { fullName } from '@nguon/domain/territory'
import { findAirings } from '@nguon/server/airings'
import { type PlannedItem, plannedForDevice } from '@nguon/server/lineups'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById } from '@nguon/server/territory'

/** What anybody may know of a cluster: where it is, what it sounded last and what it will sound. */
export interface Pole {
  readonly name: string
  readonly place: string
  readonly last: Pick<Airing, 'title' | 'startedAt' | 'plannedAt'> | null
  readonly coming: readonly Pick<PlannedItem, 'itemId' | 'title' | 'startsAt'>[]
}

const ahead = 86_400_000
const lookedAt = 50

export async function placeOfDevice(
  db: Database,
  { clock }: { clock: Clock },
  { villageId, unitId }: Pick<Device, 'villageId' | 'unitId'>,
): Promise<string> {
  const find = async (id: UnitId) => (await unitsById(db, clock.today(), [id]))[0]
  const placed = (villageId && (await find(villageId))) || (await find(unitId))
  if (!placed) return ''
  const units = await unitsById(db, clock.today(), placed.path)
  return fullName(placed.path.flatMap(id => units.find(({ unit }) => unit.unitId === id)?.unit ?? []))
}

export async function readPole(db: Database, { clock }: { clock: Clock }, device: Device): Promise<Pole> {
  const now = clock.now()
  const [place, airings, coming] = await Promise.all([
    placeOfDevice(db, { clock }, device),
    findAirings(db, { deviceId: device.id, limit: lookedAt }),
    plannedForDevice(db, device.id, now, instant(now + ahead)),
  ])
  return { name: device.name, place, last: airings.find(({ startedAt }) => startedAt !== null) ?? null, coming }
}
