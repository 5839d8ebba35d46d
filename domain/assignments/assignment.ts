import type { DeviceId, Instant, UnitId, UnitPath } from '@nguon/domain/platform'

/** The decision that a device belongs to another unit than that of its claim. */
export interface Assignment {
  readonly deviceId: DeviceId
  /** Grows with every decision about the device. */
  readonly version: number
  readonly unitId: UnitId
  /** The residential community it was put in by this decision; it says where it stands and changes nothing of what plays. */
  readonly villageId: UnitId | null
  /** From the highest unit down to the device's own. */
  readonly unitPath: UnitPath
  /** When this copy was signed; the key that signed it was in force then. */
  readonly issuedAt: Instant
}
