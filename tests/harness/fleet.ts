import type { DeviceId } from '@nguon/domain/platform'
import type { DeviceSecrets } from './mosquitto.ts'

/** Devices by number: 1, 2, 3 … */
export function deviceOf(number: number): DeviceId {
  return String(number).padStart(26, '0') as DeviceId
}

export function secretOf(deviceId: DeviceId): string {
  return `secret-of-${deviceId}`
}

export function fleet(count: number): DeviceSecrets {
  return new Map(Array.from({ length: count }, (_, index) => [deviceOf(index + 1), secretOf(deviceOf(index + 1))]))
}
