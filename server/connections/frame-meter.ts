export interface FrameLimits {
  /** Longest MQTT packet accepted, after its fixed header. */
  readonly packetBytes: number
  readonly packetsPerSecond: number
  /** Packets accepted at once after a silence. */
  readonly packetBurst: number
}

export type FrameFault = 'packet-size' | 'message-rate' | 'protocol'

/**
 * Reads the lengths of MQTT packets (MQTT 3.1.1 §2.2.3) as bytes pass by, before a parser gathers them: aedes itself
 * would collect a packet of 256 MB.
 */
export class FrameMeter {
  #limits: FrameLimits
  #tokens: number
  #refilledAt: number
  /** Bytes of the current packet still to come; −1 while its length is being read, −2 before its first byte. */
  #remaining = -2
  #length = 0
  #shift = 0

  /** `now` in milliseconds of a monotonic clock. */
  constructor(limits: FrameLimits, now: number) {
    this.#limits = limits
    this.#tokens = limits.packetBurst
    this.#refilledAt = now
  }

  /** Takes effect with the next packet. */
  limitPacketBytes(packetBytes: number): void {
    this.#limits = { ...this.#limits, packetBytes }
  }

  feed(chunk: Uint8Array, now: number): FrameFault | null {
    const { packetsPerSecond, packetBurst } = this.#limits
    this.#tokens = Math.min(packetBurst, this.#tokens + ((now - this.#refilledAt) / 1000) * packetsPerSecond)
    this.#refilledAt = now
    for (let at = 0; at < chunk.length; ) {
      if (this.#remaining > 0) {
        const step = Math.min(this.#remaining, chunk.length - at)
        this.#remaining -= step
        at += step
        if (this.#remaining === 0) this.#remaining = -2
        continue
      }
      const fault = this.#readHeader(chunk[at] ?? 0)
      if (fault) return fault
      at += 1
    }
    return null
  }

  #readHeader(byte: number): FrameFault | null {
    if (this.#remaining === -2) {
      this.#tokens -= 1
      if (this.#tokens < 0) return 'message-rate'
      this.#remaining = -1
      this.#length = 0
      this.#shift = 0
      return null
    }
    this.#length += (byte & 127) * 2 ** this.#shift
    this.#shift += 7
    if (this.#length > this.#limits.packetBytes) return 'packet-size'
    if (byte & 128) return this.#shift === 28 ? 'protocol' : null
    this.#remaining = this.#length === 0 ? -2 : this.#length
    return null
  }
}
