import type { Instant, Sha256 } from '@nguon/domain/platform'

/** What is written beside a rendering; nothing a real loudspeaker needs. */
export interface SinkLabel {
  readonly itemId: string
  readonly plannedAt: Instant
  readonly mediaSha256: Sha256
}

/** Where sound goes. */
export interface Sink {
  /** Real loudspeakers take sound as time passes; a rendering takes it as fast as it comes. */
  readonly realTime: boolean
  /** Made ready before the start, so that the first frame is not late. */
  open(sampleRate: number, label: SinkLabel): Promise<SinkOutput>
}

export interface SinkOutput {
  write(samples: Int16Array): Promise<void>
  /** All that was written has sounded, or is kept. Throws when the sound is known to have failed. */
  end(startedAt: Instant | null): Promise<void>
  /** Silence at once; what was written stays what it was. */
  stop(startedAt: Instant | null): Promise<void>
}
