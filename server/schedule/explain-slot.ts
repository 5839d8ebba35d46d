import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DeviceId, type Instant, instant, type SlotId } from '@nguon/domain/platform'
import { type Explanation, explain, resolve } from '@nguon/domain/schedule'
import { readDevice } from '@nguon/server/devices'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsAround, placeDevices, readUnitPaths } from './place-devices.ts'
import { readTimetable } from './read-timetable.ts'

const hour = 3_600_000

/** "Vì sao X không phát ở Y lúc T?": answered from the same resolution that made the line-up (rule P10). */
export async function explainSlot(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  question: { slotId: SlotId; deviceId: DeviceId; at: Instant },
): Promise<Explanation> {
  const device = await readDevice(db, question.deviceId)
  if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
  const paths = await readUnitPaths(db, { clock })
  const placed = (await placeDevices(db, [device.unitId], paths)).find(({ id }) => id === device.id)
  if (!placed) return { code: 'NOT_PLACED' }
  const { timetable } = await readTimetable(db, zone, unitsAround(paths, device.unitId))
  const { at } = question
  const span = { startsAt: instant(at - hour), endsAt: instant(at + hour) }
  return explain(resolve(timetable, placed, span), question)
}
