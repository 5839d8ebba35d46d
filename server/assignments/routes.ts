import { assignmentsContract } from '@nguon/contract/assignments'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { maySeeDevices } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { type Devices, readDevice } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { moveAllDevices, moveDevice, type MoveParts } from './move-devices.ts'
import { previewMove } from './preview-move.ts'
import { movesOfDevice } from './store.ts'

export function assignmentRoutes(
  { db, clock, zone, troubles }: Pick<Platform, 'db' | 'clock'> & { zone: string; troubles: Devices['troubles'] },
  { devicesMoved, assignmentsMade }: Pick<MoveParts, 'devicesMoved' | 'assignmentsMade'>,
) {
  const os = implement(assignmentsContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, devicesMoved, assignmentsMade }

  /** One that was claimed since learned its unit by that. */
  const movesOf = async (deviceId: DeviceId) => {
    const [device, moves] = await Promise.all([readDevice(db, deviceId), movesOfDevice(db, deviceId)])
    const claimedAt = device?.claimedAt ?? null
    const shown = moves.filter(({ formerUnitId, unitId }) => formerUnitId !== unitId)
    return {
      moves: shown.map(({ deviceId: _device, version: _version, confirmedAt, ...move }) => ({
        ...move,
        confirmedAt: confirmedAt ?? (claimedAt !== null && claimedAt > move.decidedAt ? claimedAt : null),
      })),
    }
  }

  return os.router({
    moves: os.moves.handler(async ({ input: { deviceId }, context }) => {
      const device = await readDevice(db, deviceId)
      if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
      requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, device.unitId)))
      return movesOf(deviceId)
    }),
    previewMove: os.previewMove.handler(({ input, context }) =>
      previewMove(db, { clock, zone, troubles }, actorOf(context), input),
    ),
    move: os.move.handler(async ({ input, context }) => {
      await transact(db, tx => moveDevice(tx, parts, actorOf(context), input))
      return movesOf(input.deviceId)
    }),
    moveAll: os.moveAll.handler(async ({ input, context }) => ({
      moved: await transact(db, tx => moveAllDevices(tx, parts, actorOf(context), input)),
    })),
  })
}
