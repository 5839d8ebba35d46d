import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'

/** How long an item sounds when all goes well: its span, or its audio where that is shorter. Seconds. */
export function plannedSeconds(lineup: Lineup, item: LineupItem): number {
  const span = (item.endsAt - item.startsAt) / 1000
  const media = lineup.media.find(candidate => candidate.sha256 === item.rendition.mediaSha256)
  return media ? Math.max(0, Math.min(span, media.seconds - item.rendition.offsetSeconds)) : span
}

/** From here on there is nothing left of it to join. */
export function soundEndsAt(lineup: Lineup, item: LineupItem): Instant {
  return Math.floor(item.startsAt + plannedSeconds(lineup, item) * 1000) as Instant
}
