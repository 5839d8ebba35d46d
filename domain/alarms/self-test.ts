import type { DeviceId, Instant } from '@nguon/domain/platform'

/** The record of one quiet self-test, keyed by `(deviceId, log, seq)`; written once by the device, never changed. */
export interface SelfTest {
  readonly deviceId: DeviceId
  /** Random at the creation of the log, as with airings. */
  readonly log: string
  /** 1, 2, 3 … without gap within a log. */
  readonly seq: number
  readonly at: Instant
  readonly result: 'completed' | 'failed'
  /** A word of the protocol when it failed. */
  readonly reason: string | null
  /** Whether a sensor at the loudspeaker heard the tone; null: it has none, and nobody knows. */
  readonly heard: boolean | null
  /** dBFS at the sensor; null without one. */
  readonly heardLevel: number | null
}
