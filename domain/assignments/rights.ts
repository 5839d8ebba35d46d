import { mayKeepDevices } from '@nguon/domain/devices'
import type { Actor, UnitPath } from '@nguon/domain/platform'

/** Who keeps the devices of both units: nobody takes a device from another, nor leaves one with another. */
export function mayMoveDevices(actor: Actor, from: UnitPath, to: UnitPath): boolean {
  return mayKeepDevices(actor, from) && mayKeepDevices(actor, to)
}
