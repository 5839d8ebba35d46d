import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import type { Platform } from '@nguon/server/platform'
import { saveStates } from './state-store.ts'

export interface Heartbeats {
  hear(deviceId: DeviceId, telemetry: Telemetry): void
  /** Writes what was heard since; once a second, and when the server stops. */
  flush(): Promise<void>
}

/** Ten thousand devices speak every 30 seconds: their newest words are written together, once a second. */
export function openHeartbeats({ db, clock, ticker }: Pick<Platform, 'db' | 'clock' | 'ticker'>): Heartbeats {
  const heard = new Map<DeviceId, { deviceId: DeviceId; lastSeenAt: Instant; telemetry: Telemetry }>()
  const flush = async () => {
    const states = [...heard.values()]
    heard.clear()
    await saveStates(db, states)
  }
  ticker.every(1000, 'write heartbeats', flush)
  return {
    hear: (deviceId, telemetry) => void heard.set(deviceId, { deviceId, lastSeenAt: clock.now(), telemetry }),
    flush,
  }
}
