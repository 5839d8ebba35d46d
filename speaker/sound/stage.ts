import type { Instant } from '@nguon/domain/platform'
import type { ItemKey, Playback } from '@nguon/domain/player'
import type { Clock } from '../clock/clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import type { MediaStore } from '../store/media-store.ts'
import type { Store } from '../store/store.ts'
import { documentFiles } from '../stored-device.ts'
import { type Performance, type Performed, perform, type PlayOrder } from './perform.ts'
import type { Sink } from './sink.ts'

export interface StageNeeds {
  readonly clock: Clock
  readonly time: TrustedTime
  readonly store: Store
  readonly media: MediaStore
  readonly sink: Sink
  /** The item whose checkpoint a restart left. */
  readonly cut: ItemKey | null
  /** What the player believes to sound now. */
  readonly playing: () => Playback | null
  readonly started: (order: PlayOrder, at: Instant) => void
  readonly ended: (order: PlayOrder, performed: Performed) => void
}

/** The one place where something sounds, and the checkpoint that lets a restart know how far it came. */
export interface Stage {
  play(order: PlayOrder): void
  stop(): void
  /** Writes down now how much has sounded. */
  checkpoint(): void
  /** The airing of this item is written, its checkpoint has done its work. */
  forget(key: ItemKey): void
}

const checkpointMilliseconds = 10_000

export function openStage(needs: StageNeeds): Stage {
  const { clock, store, media } = needs
  let performance: Performance | null = null
  let kept = needs.cut
  let cancelCheckpoint = () => {}

  function checkpoint(): void {
    const playback = needs.playing()
    if (!playback?.sounding || !performance) return
    cancelCheckpoint()
    cancelCheckpoint = clock.at(clock.monotonic() + checkpointMilliseconds, checkpoint)
    kept = playback.key
    const playedSeconds = playback.earlierSeconds + performance.playedSeconds()
    store.write(documentFiles.cut, JSON.stringify({ playback, playedSeconds }))
  }

  async function awaitEnd(order: PlayOrder, current: Performance): Promise<void> {
    const performed = await current.ended
    performance = null
    cancelCheckpoint()
    // What is not what its name says is removed, so that it is fetched again.
    if (performed.fault === 'hash') await clock.during(media.verify(order.mediaSha256))
    needs.ended(order, performed)
  }

  return {
    play(order) {
      performance = perform(order, media.path(order.mediaSha256), needs, startedAt => {
        needs.started(order, startedAt)
        checkpoint()
      })
      void awaitEnd(order, performance)
    },
    stop: () => performance?.stop(),
    checkpoint,
    forget(key) {
      if (key !== kept) return
      kept = null
      store.remove(documentFiles.cut)
    },
  }
}
