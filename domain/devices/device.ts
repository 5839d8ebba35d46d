import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import type { DeviceAsset } from './device-asset.ts'
import type { Telemetry } from './telemetry.ts'

export const deviceKinds = ['speaker', 'board'] as const

export type DeviceKind = (typeof deviceKinds)[number]

/** A cluster of loudspeakers with one controller, or a public board, as the inventory knows it. */
export interface Device extends DeviceAsset {
  readonly id: DeviceId
  readonly version: number
  readonly kind: DeviceKind
  readonly name: string
  /** Whose device it is, as a rule a commune. */
  readonly unitId: UnitId
  /** The residential community it stands in. */
  readonly villageId: UnitId | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Households in earshot. */
  readonly households: number
  readonly horns: number
  readonly wattsPerHorn: number
  readonly simCarrier: string | null
  readonly simNumber: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly note: string
  readonly registeredAt: Instant
  readonly claimedAt: Instant | null
  readonly retiredAt: Instant | null
  readonly lastSeenAt: Instant | null
  readonly telemetry: Telemetry | null
}

/** What a list shows at a glance and can be filtered by. */
export const deviceStates = ['waiting', 'online', 'silent', 'retired'] as const

export type DeviceState = (typeof deviceStates)[number]

/** Three heartbeats missed: the connection is lost. */
export const lostAfterMilliseconds = 90_000

/** `waiting`: registered, never claimed; `silent`: claimed, but no heartbeat of late (mất kết nối). */
export function deviceState(device: Pick<Device, 'claimedAt' | 'retiredAt' | 'lastSeenAt'>, now: Instant): DeviceState {
  if (device.retiredAt !== null) return 'retired'
  if (device.claimedAt === null) return 'waiting'
  return device.lastSeenAt !== null && now - device.lastSeenAt < lostAfterMilliseconds ? 'online' : 'silent'
}
