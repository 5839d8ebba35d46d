import type { DeviceId } from '@nguon/domain/platform'

const deviceIdPattern = /^[0-9a-z]{26}$/
const upPattern = /^d\/([0-9a-z]{26})\/up$/
const emergencyFilterPattern = /^e\/(?:[0-9a-z]{26}|\+|#)$/

export function isDeviceId(text: string): text is DeviceId {
  return deviceIdPattern.test(text)
}

/** The device a topic `d/<deviceId>/up` belongs to; null for every other topic. */
export function senderOf(topic: string): DeviceId | null {
  return (upPattern.exec(topic)?.[1] ?? null) as DeviceId | null
}

/** A device writes on one topic, its own (incident I04: nobody commands a loudspeaker but the server). */
export function mayPublish(deviceId: DeviceId, topic: string): boolean {
  return senderOf(topic) === deviceId
}

/** A device reads its own topics and the emergencies of every unit, which are signed. */
export function maySubscribe(deviceId: DeviceId, filter: string): boolean {
  const own = `d/${deviceId}/`
  if (filter.startsWith(own)) return /^(?:[a-z-]+|\+|#)$/.test(filter.slice(own.length))
  return emergencyFilterPattern.test(filter)
}
