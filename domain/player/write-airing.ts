import type { AiringResult } from '@nguon/domain/airings'
import type { LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { itemKey, type PlayerState } from './player-state.ts'
import type { Stepped } from './stepped.ts'

/** What is known of how an item went. */
export interface Outcome {
  readonly item: LineupItem
  readonly lineupVersion: number
  readonly plannedSeconds: number
  readonly startedAt: Instant | null
  readonly playedSeconds: number
  readonly result: AiringResult
}

/** Writes the one airing of an item; from then on the item is handled (rule D13). */
export function writeAiring(state: PlayerState, outcome: Outcome): Stepped {
  const { item, ...rest } = outcome
  const key = itemKey(item)
  const { [key]: _, ...hindrances } = state.hindrances
  return {
    state: {
      ...state,
      nextSeq: state.nextSeq + 1,
      handled: { ...state.handled, [key]: item.endsAt },
      hindrances,
      cut: state.cut?.playback.key === key ? null : state.cut,
    },
    effects: [
      {
        kind: 'airing',
        airing: {
          deviceId: state.deviceId,
          log: state.log,
          seq: state.nextSeq,
          itemId: item.id,
          slotId: item.slotId,
          class: item.class,
          title: item.title,
          contentHashes: item.contentHashes,
          bulletinIds: item.bulletinIds,
          mediaSha256: item.rendition.mediaSha256,
          plannedAt: item.startsAt,
          heardLevel: null,
          ...rest,
        },
      },
    ],
  }
}
