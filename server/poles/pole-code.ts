import { randomInt } from 'node:crypto'
import type { DeviceId } from '@nguon/domain/platform'
import { type PoleCode, poleCodeOf } from '@nguon/domain/poles'
import { type Platform, transact } from '@nguon/server/platform'
import { codeOfDevice, insertCode } from './store.ts'

const range = 2 ** 32

/** A number in `[0, 1)` that nobody can foretell. */
export const draw = () => randomInt(range) / range

/** The code of a device, made when it is first asked for and never changed. */
export async function poleCode({ db, clock }: Pick<Platform, 'db' | 'clock'>, deviceId: DeviceId): Promise<PoleCode> {
  for (;;) {
    const known = await codeOfDevice(db, deviceId)
    if (known) return known
    await transact(db, tx => insertCode(tx, deviceId, poleCodeOf(draw), clock.now()))
  }
}
