import type { DeviceId } from '@nguon/domain/platform'
import type { PresenceHandler } from './broker.ts'
import { Listeners } from '@nguon/server/connections'

/**
 * Who is connected, told from what is heard: MQTT 3.1.1 has no common word for it. Brokers differ in what they say on `$SYS`, and a
 * will would have to be set up by every firmware.
 */
export class HeartbeatPresence {
  readonly changes: Listeners<Parameters<PresenceHandler>>
  /** In order of last hearing, so that the silent ones stand first. */
  readonly #heardAt = new Map<DeviceId, number>()
  readonly #silenceMilliseconds: number
  readonly #timer: NodeJS.Timeout

  constructor(silenceMilliseconds: number, onHandlerFault: (error: unknown) => void) {
    this.changes = new Listeners(onHandlerFault)
    this.#silenceMilliseconds = silenceMilliseconds
    this.#timer = setInterval(() => this.#sweep(), silenceMilliseconds / 30).unref()
  }

  get count(): number {
    return this.#heardAt.size
  }

  has(deviceId: DeviceId): boolean {
    return this.#heardAt.has(deviceId)
  }

  hear(deviceId: DeviceId): void {
    const known = this.#heardAt.delete(deviceId)
    this.#heardAt.set(deviceId, performance.now())
    if (!known) this.changes.tell(deviceId, true)
  }

  forget(deviceId: DeviceId): void {
    if (this.#heardAt.delete(deviceId)) this.changes.tell(deviceId, false)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #sweep(): void {
    const silentSince = performance.now() - this.#silenceMilliseconds
    for (const [deviceId, heardAt] of this.#heardAt) {
      if (heardAt > silentSince) return
      this.forget(deviceId)
    }
  }
}
