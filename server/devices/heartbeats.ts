import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import type { Platform } from '@nguon/server/platform'
import { saveStates } from './state-store.ts'

/** The newest word of one device. */
export interface Heard {
  readonly deviceId: DeviceId
  readonly lastSeenAt: Instant
  readonly telemetry: Telemetry
}

export interface Heartbeats {
  hear(deviceId: DeviceId, telemetry: Telemetry): void
  /** Told after each writing; one that fails keeps no other from looking, and is tried with the next words of the devices. */
  onWritten(look: (heard: readonly Heard[]) => Promise<void>): void
  /** Writes what was heard since; once a second, and when the server stops. */
  flush(): Promise<void>
}

/** Ten thousand devices speak every 30 seconds: their newest words are written together, once a second. */
export function openHeartbeats({ db, clock, ticker }: Pick<Platform, 'db' | 'clock' | 'ticker'>): Heartbeats {
  const heard = new Map<DeviceId, Heard>()
  const looks: ((heard: readonly Heard[]) => Promise<void>)[] = []
  const flush = async () => {
    const states = [...heard.values()]
    heard.clear()
    if (states.length === 0) return
    await saveStates(db, states)
    const faults: unknown[] = []
    for (const look of looks) await look(states).catch((fault: unknown) => faults.push(fault))
    if (faults.length > 0) throw new AggregateError(faults, 'heartbeats were written, not everything saw them')
  }
  ticker.every(1000, 'write heartbeats', flush)
  return {
    hear: (deviceId, telemetry) => void heard.set(deviceId, { deviceId, lastSeenAt: clock.now(), telemetry }),
    onWritten: look => void looks.push(look),
    flush,
  }
}
