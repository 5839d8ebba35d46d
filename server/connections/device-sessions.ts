import type { DeviceId } from '@nguon/domain/platform'
import type { DeviceLine } from './device-line.ts'
import { DeviceStream, type StreamFault, type StreamLimits } from './device-stream.ts'
import { Listeners } from './listeners.ts'

export interface SessionLimits extends StreamLimits {
  readonly connections: number
  /**
   * Connections of one address that have not proven themselves. Proven ones are one per device; a whole province may
   * share an address behind its mobile operator.
   */
  readonly unprovenPerAddress: number
}

/** Every connection there is, and which of them is the device's own. */
export class DeviceSessions {
  readonly presence: Listeners<[deviceId: DeviceId, online: boolean]>
  readonly #limits: SessionLimits
  readonly #streams = new Set<DeviceStream>()
  readonly #unproven = new Map<string, number>()
  readonly #current = new Map<DeviceId, DeviceStream>()

  constructor(limits: SessionLimits, onHandlerFault: (error: unknown) => void) {
    this.presence = new Listeners(onHandlerFault)
    this.#limits = limits
  }

  get count(): number {
    return this.#current.size
  }

  get(deviceId: DeviceId): DeviceStream | undefined {
    return this.#current.get(deviceId)
  }

  /** Null when there are too many already. */
  open(line: DeviceLine, onFault: (fault: StreamFault, stream: DeviceStream) => void): DeviceStream | null {
    const unproven = this.#unproven.get(line.address) ?? 0
    if (this.#streams.size >= this.#limits.connections || unproven >= this.#limits.unprovenPerAddress) return null
    const stream = new DeviceStream(line, this.#limits, fault => onFault(fault, stream))
    this.#unproven.set(line.address, unproven + 1)
    this.#streams.add(stream)
    stream.once('close', () => this.#forget(stream))
    return stream
  }

  /** A second connection of a device replaces the first (MQTT-3.1.4-2): the first is often dead and does not know it. */
  admit(stream: DeviceStream, deviceId: DeviceId): void {
    if (stream.destroyed) return
    stream.admit(deviceId)
    this.#countProven(stream.line.address)
    const previous = this.#current.get(deviceId)
    this.#current.set(deviceId, stream)
    if (previous) previous.destroy()
    else this.presence.tell(deviceId, true)
  }

  closeAll(): void {
    for (const stream of this.#streams) stream.destroy()
  }

  #countProven(address: string): void {
    const left = (this.#unproven.get(address) ?? 1) - 1
    if (left > 0) this.#unproven.set(address, left)
    else this.#unproven.delete(address)
  }

  #forget(stream: DeviceStream): void {
    this.#streams.delete(stream)
    const { deviceId } = stream
    if (deviceId === null) return this.#countProven(stream.line.address)
    if (this.#current.get(deviceId) !== stream) return
    this.#current.delete(deviceId)
    this.presence.tell(deviceId, false)
  }
}
