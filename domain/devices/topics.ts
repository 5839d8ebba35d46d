import type { DeviceId, UnitId } from '@nguon/domain/platform'

/**
 * The only MQTT topics there are. `d/<deviceId>/…` belongs to one device, `e/<unitId>` carries the signed emergencies of
 * a unit and may be read by every device; these two patterns are all the rights an outside broker has to hold.
 */
export const topics = {
  /** Server → device, retained: `{ audienceId, version, url, sha256 }` of its newest line-up. */
  lineup: (deviceId: DeviceId) => `d/${deviceId}/lineup`,
  /** Server → device, retained: `{ version }` of its newest assignment. */
  assignment: (deviceId: DeviceId) => `d/${deviceId}/assignment`,
  /** Server → device: one signed command. */
  down: (deviceId: DeviceId) => `d/${deviceId}/down`,
  /** Device → server: heartbeats, airings and refusals, told apart by their `kind`. */
  up: (deviceId: DeviceId) => `d/${deviceId}/up`,
  /** Server → device: `{ log, seq }`, the airings stored for good. */
  acknowledged: (deviceId: DeviceId) => `d/${deviceId}/acknowledged`,
  emergency: (unitId: UnitId) => `e/${unitId}`,
} as const
