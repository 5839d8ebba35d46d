import type { DeviceId, Instant } from '@nguon/domain/platform'
import { type HourSum, hourSumOf, isOldWord, joinHourSums } from '@nguon/domain/telemetry'
import type { Heard } from '@nguon/server/devices'
import type { Platform } from '@nguon/server/platform'
import { addHourSums } from './store.ts'

/** How long sums wait for more of their device; what a killed server had not written is a minute of heartbeats. */
const waitMilliseconds = 60_000

/** So many at a time: written all at once they would hold up what is urgent. */
const batch = 1000

/** Sums up heartbeats as they are written, so that the rows of ten thousand devices change once a minute each. */
export function collectHours({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  /** In order of their first heartbeat, so that the oldest stand first. */
  const waiting = new Map<string, { readonly since: Instant; sum: HourSum }>()
  const newestSentAt = new Map<DeviceId, Instant>()
  const write = async (sums: readonly HourSum[]) => {
    // A sum that comes while these are written is one of its own and adds to theirs.
    for (const { deviceId, hour } of sums) waiting.delete(`${deviceId} ${hour}`)
    await addHourSums(db, sums)
  }
  return {
    take: async (heard: readonly Heard[]): Promise<void> => {
      for (const { deviceId, telemetry, lastSeenAt } of heard) {
        if (isOldWord(telemetry, newestSentAt.get(deviceId) ?? null)) continue
        if (telemetry.timeTrusted) newestSentAt.set(deviceId, telemetry.sentAt)
        const sum = hourSumOf(deviceId, telemetry, lastSeenAt)
        const key = `${deviceId} ${sum.hour}`
        const known = waiting.get(key)
        if (known) known.sum = joinHourSums(known.sum, sum)
        else waiting.set(key, { since: lastSeenAt, sum })
      }
      const due = clock.now() - waitMilliseconds
      const ripe: HourSum[] = []
      for (const { since, sum } of waiting.values()) {
        if (since > due || ripe.length === batch) break
        ripe.push(sum)
      }
      await write(ripe)
    },
    /** Writes all of one device, or of every one: before it is read, and when the server stops. */
    flush: async (deviceId?: DeviceId): Promise<void> => {
      const sums = [...waiting.values()].map(({ sum }) => sum)
      await write(deviceId ? sums.filter(sum => sum.deviceId === deviceId) : sums)
    },
  }
}
