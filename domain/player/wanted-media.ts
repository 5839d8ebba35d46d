import type { Instant, Sha256 } from '@nguon/domain/platform'
import { isDue } from './due-item.ts'
import type { PlayerState } from './player-state.ts'

/** A file some item still to come needs. */
export interface WantedMedia {
  readonly sha256: Sha256
  readonly bytes: number
  /** The earliest start that needs it. */
  readonly neededAt: Instant
  readonly ready: boolean
}

/** Media needed within this time are never let go, and are fetched before all others. */
export const keptSeconds = 72 * 3_600

/** All files the line-up still needs, the most urgent first. */
export function wantedMedia(state: PlayerState, now: Instant): readonly WantedMedia[] {
  const wanted = new Map<Sha256, WantedMedia>()
  const bytes = new Map(state.lineup?.media.map(media => [media.sha256, media.bytes]))
  for (const item of state.lineup?.items ?? []) {
    if (item.endsAt <= now || !isDue(state, item)) continue
    const sha256 = item.rendition.mediaSha256
    const size = bytes.get(sha256)
    const known = wanted.get(sha256)
    if (size === undefined || (known && known.neededAt <= item.startsAt)) continue
    wanted.set(sha256, { sha256, bytes: size, neededAt: item.startsAt, ready: state.media[sha256] === 'ready' })
  }
  for (const { sha256, bytes, neededAt } of emergencySounds(state)) {
    wanted.set(sha256, { sha256, bytes, neededAt, ready: state.media[sha256] === 'ready' })
  }
  return [...wanted.values()].sort(
    (left, right) => left.neededAt - right.neededAt || (left.sha256 < right.sha256 ? -1 : 1),
  )
}

/** What an emergency sounds, or may soon, is fetched before everything else. */
function emergencySounds(state: PlayerState): { sha256: Sha256; bytes: number; neededAt: Instant }[] {
  const held = state.emergencies.flatMap(({ document: { play, sentAt }, nextAt }) =>
    play && nextAt !== null ? [{ ...play, neededAt: sentAt }] : [],
  )
  return [
    ...state.ahead.flatMap(({ media, issuedAt }) => media.map(file => ({ ...file, neededAt: issuedAt }))),
    ...held,
  ]
}

const nearMilliseconds = 600_000
const longestSpreadMilliseconds = 6 * 3_600_000

/**
 * How long to wait before fetching, so that a province does not fetch at once: a share of the time that is left, none
 * when the item is near. `share` is 0 to 1 and the device's own. Milliseconds.
 */
export function fetchDelay(neededAt: Instant, now: Instant, share: number): number {
  const slack = (neededAt - now - nearMilliseconds) / 2
  return Math.round(share * Math.min(longestSpreadMilliseconds, Math.max(0, slack)))
}
