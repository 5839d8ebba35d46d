import { bulletinClasses } from '@nguon/domain/bulletins'
import type { LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { forbiddenBy } from './guard.ts'
import { endOfLife } from './judge-lineup.ts'
import { soundEndsAt } from './planned-seconds.ts'
import { itemKey, leadMilliseconds, type PlayerState } from './player-state.ts'

/** It still has to have its airing: not written yet, and the device's business (rule D15). */
export function isDue(state: PlayerState, item: LineupItem): boolean {
  if (state.handled[itemKey(item)] !== undefined) return false
  return item.endsAt > Math.max(state.mark?.since ?? 0, state.lineup?.issuedAt ?? 0)
}

export function rankOf(item: LineupItem): number {
  return bulletinClasses.indexOf(item.class)
}

/** Higher class, earlier start, id (rule D6). */
export function compareItems(left: LineupItem, right: LineupItem): number {
  return rankOf(right) - rankOf(left) || left.startsAt - right.startsAt || (left.id < right.id ? -1 : 1)
}

/** Why an item may not sound at `at` by the rules the device holds; null when it may. */
export function refusedBy(state: PlayerState, item: LineupItem, at: Instant): string | null {
  if (!state.lineup) return 'withdrawn'
  if (at >= endOfLife(state.lineup)) return 'lineup-expired'
  return forbiddenBy(state.lineup.guard, at, item.class)
}

/** Why the audio of an item cannot sound yet; null when it is there. */
export function hindranceOf(state: PlayerState, item: LineupItem): string | null {
  const media = state.media[item.rendition.mediaSha256]
  if (media === 'ready') return null
  return media === 'failed' ? 'media-failed' : 'no-media'
}

/** The items that run now or are about to, still without airing, the first to sound first. */
export function currentItems(state: PlayerState, now: Instant): readonly LineupItem[] {
  const { lineup } = state
  if (!lineup) return []
  return lineup.items
    .filter(item => item.startsAt - leadMilliseconds <= now && now < soundEndsAt(lineup, item) && isDue(state, item))
    .sort(compareItems)
}

/** The first item that may and can sound at its start or now. */
export function itemToPlay(state: PlayerState, now: Instant): LineupItem | null {
  const able = currentItems(state, now).filter(item => {
    const at = Math.max(now, item.startsAt) as Instant
    return refusedBy(state, item, at) === null && hindranceOf(state, item) === null
  })
  const running = able.find(item => item.startsAt <= now)
  return (
    running ?? able.toSorted((left, right) => left.startsAt - right.startsAt || compareItems(left, right))[0] ?? null
  )
}
