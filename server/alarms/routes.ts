import { alarmsContract } from '@nguon/contract/alarms'
import { instantField, platformRefusals, Refusal } from '@nguon/contract/platform'
import { mayReadAlarms } from '@nguon/domain/alarms'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { readDevice } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath, unitsWithin } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import { acknowledgeAlarms } from './acknowledge-alarms.ts'
import { type AlarmCounts, countByUnit, findClosed, findOfDevice, findStanding } from './list-store.ts'
import { selfTestsOf } from './self-test-store.ts'

const shownTests = 30

export function alarmRoutes({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const os = implement(alarmsContract).$context<RequestContext>().use(operationGuard)
  const unitsSeen = async (context: RequestContext, unitId: UnitId) => {
    const path = await readUnitPath(db, { clock }, unitId)
    requireRight(mayReadAlarms(actorOf(context), path))
    return unitsWithin(db, clock.today(), [path])
  }
  const requireSeen = async (context: RequestContext, deviceId: DeviceId) => {
    const device = await readDevice(db, deviceId)
    if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(mayReadAlarms(actorOf(context), await readUnitPath(db, { clock }, device.unitId)))
  }
  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      const unitIds = (await unitsSeen(context, input.unitId)).map(({ unit }) => unit.unitId)
      const { kind = null, since = null, limit, open } = input
      const wanted = { unitIds, kind, since, limit: limit + 1 }
      const counts = sumOf(await countByUnit(db, unitIds))
      if (open) {
        const found = await findStanding(db, wanted, placeIn(input.cursor, ['rank', 'openedAt']))
        return { ...pageFrom(found, limit, last => [last.rank, last.openedAt, last.id]), counts }
      }
      const found = await findClosed(db, wanted, placeIn(input.cursor, ['closedAt']))
      return { ...pageFrom(found, limit, last => [last.closedAt ?? 0, last.id]), counts }
    }),
    ofDevice: os.ofDevice.handler(async ({ input: { deviceId, limit, cursor }, context }) => {
      await requireSeen(context, deviceId)
      const found = await findOfDevice(db, deviceId, limit + 1, placeIn(cursor, ['openedAt']))
      return pageFrom(found, limit, last => [last.openedAt, last.id])
    }),
    counts: os.counts.handler(async ({ input, context }) => {
      const units = await unitsSeen(context, input.unitId)
      const counts = await countByUnit(
        db,
        units.map(({ unit }) => unit.unitId),
      )
      const paths = new Map(units.map(({ unit, path }) => [unit.unitId, path]))
      const children = units.filter(({ unit }) => unit.parentId === input.unitId)
      return {
        total: sumOf(counts),
        units: children.map(({ unit: { unitId } }) => ({
          unitId,
          ...sumOf(counts.filter(count => paths.get(count.unitId)?.includes(unitId))),
        })),
      }
    }),
    acknowledge: os.acknowledge.handler(({ input, context }) =>
      transact(db, tx => acknowledgeAlarms(tx, { clock }, actorOf(context), input)),
    ),
    selfTests: os.selfTests.handler(async ({ input: { deviceId }, context }) => {
      await requireSeen(context, deviceId)
      return selfTestsOf(db, deviceId, shownTests)
    }),
  })
}

function sumOf(counts: readonly AlarmCounts[]): AlarmCounts {
  const none = { waiting: 0, urgent: 0, acknowledged: 0 }
  return counts.reduce(
    (sum, { waiting, urgent, acknowledged }) => ({
      waiting: sum.waiting + waiting,
      urgent: sum.urgent + urgent,
      acknowledged: sum.acknowledged + acknowledged,
    }),
    none,
  )
}

/** A place in a list: the numbers its order has, and an id; null for what no page of ours gave. */
function placeIn<Name extends string>(
  cursor: string | undefined,
  names: readonly Name[],
): (Record<Name, number> & { id: string }) | null {
  const place = readCursor(cursor)
  const numbers = (place ?? []).slice(0, names.length).map(Number)
  const known = place?.length === names.length + 1 && numbers.every(number => instantField.safeParse(number).success)
  if (!known) return null
  const named = Object.fromEntries(names.map((name, index) => [name, numbers[index]])) as Record<Name, number>
  return { ...named, id: place.at(-1) ?? '' }
}
