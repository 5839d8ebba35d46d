import { Duplex } from 'node:stream'
import type { DeviceId } from '@nguon/domain/platform'
import type { DeviceLine } from './device-line.ts'
import { type FrameFault, type FrameLimits, FrameMeter } from './frame-meter.ts'

export interface StreamLimits extends FrameLimits {
  /** Longest packet of a device that has not proven itself. */
  readonly firstPacketBytes: number
  /** A device that leaves more than this unread is cut off, so that nobody waits for it. */
  readonly backlogBytes: number
}

export type StreamFault = FrameFault | 'slow-reader'

/**
 * The connection of one device as aedes sees it, with the guards aedes lacks. Packets are written to the line whole: the
 * pieces aedes writes are put together first.
 */
export class DeviceStream extends Duplex {
  readonly line: DeviceLine
  /** Null until it has proven itself. */
  deviceId: DeviceId | null = null
  /** What it subscribes to. */
  readonly filters = new Set<string>()
  readonly #limits: StreamLimits
  readonly #meter: FrameMeter
  readonly #onFault: (fault: StreamFault) => void

  constructor(line: DeviceLine, limits: StreamLimits, onFault: (fault: StreamFault) => void) {
    super({ allowHalfOpen: false, decodeStrings: true })
    this.line = line
    this.#limits = limits
    this.#onFault = onFault
    this.#meter = new FrameMeter({ ...limits, packetBytes: limits.firstPacketBytes }, performance.now())
    line.onBytes(bytes => this.#take(bytes))
    line.onClose(() => this.destroy())
  }

  /** The device has proven itself and may send packets of full size. */
  admit(deviceId: DeviceId): void {
    this.deviceId = deviceId
    this.#meter.limitPacketBytes(this.#limits.packetBytes)
  }

  /** Writes one whole packet, past the stream's own buffer unless something waits there. */
  send(packet: Uint8Array): void {
    if (this.destroyed) return
    if (this.writableLength > 0) this.write(packet)
    else this.#forward(packet)
  }

  override _read(): void {
    this.line.resume()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#forward(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#forward(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _destroy(_error: Error | null, done: (error: Error | null) => void): void {
    this.line.end()
    // Why it ended was told as a fault; an error event here would only be a second telling.
    done(null)
  }

  #take(bytes: Buffer): void {
    if (this.destroyed) return
    const fault = this.#meter.feed(bytes, performance.now())
    if (fault) this.#cutOff(fault)
    else if (!this.push(bytes)) this.line.pause()
  }

  #forward(bytes: Uint8Array): void {
    if (this.line.backlog() > this.#limits.backlogBytes) this.#cutOff('slow-reader')
    else this.line.write(bytes)
  }

  #cutOff(fault: StreamFault): void {
    if (this.destroyed) return
    this.#onFault(fault)
    this.line.destroy()
    this.destroy()
  }
}
