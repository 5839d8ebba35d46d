import {
  type AudienceId,
  type BulletinId,
  type ContentHash,
  type Instant,
  instant,
  millisecondsPerDay,
  type RenditionId,
  type Span,
  type UnitId,
} from '@nguon/domain/platform'
import type { Piece, Resolved, Slot } from '@nguon/domain/schedule'
import type { Guard, Lineup, LineupItem, LineupMedia } from './lineup.ts'

/** A line-up lives this long; a device without a newer one then falls silent. */
export const lineupDays = 8

/** The life of a line-up, which is also the span to resolve for it. */
export function lineupSpan(issuedAt: Instant): Span {
  return { startsAt: issuedAt, endsAt: instant(issuedAt + lineupDays * millisecondsPerDay) }
}

/** The audio made of a rendition, and what was approved in it. */
export interface RenditionMedia {
  readonly file: LineupMedia
  readonly contentHashes: readonly ContentHash[]
  readonly bulletinIds: readonly BulletinId[]
}

export interface LineupParts {
  readonly audienceId: AudienceId
  readonly unitId: UnitId
  readonly resolved: Resolved
  readonly guard: Guard
  readonly media: ReadonlyMap<RenditionId, RenditionMedia>
  readonly version: number
  readonly issuedAt: Instant
  /** Items made so far in one run over many audiences. Audiences share pieces nothing disturbed, and so their items. */
  readonly made?: Map<Piece, LineupItem>
}

export interface ComposedLineup {
  readonly lineup: Lineup
  /** Pieces that no line-up can carry, a stream or one without media: to be reported (rule P8.3). */
  readonly omitted: readonly Piece[]
}

/** The document to sign. What began before its issue and still plays is in it, so that a device joins what is due. */
export function composeLineup(parts: LineupParts): ComposedLineup {
  const { audienceId, unitId, resolved, guard, version, issuedAt, made = new Map<Piece, LineupItem>() } = parts
  const { slots } = resolved.horizon.index
  const items: LineupItem[] = []
  const omitted: Piece[] = []
  const media = new Set<LineupMedia>()
  for (const piece of resolved.pieces) {
    const slot = slots.get(piece.slotId)
    const audio = slot && mediaOf(slot, parts.media)
    if (!slot || !audio) {
      omitted.push(piece)
      continue
    }
    const item = made.get(piece) ?? itemOf(piece, slot, audio)
    made.set(piece, item)
    if (item.endsAt <= item.startsAt || item.endsAt <= issuedAt) continue
    items.push(item)
    media.add(audio.file)
  }
  const { endsAt: validUntil } = lineupSpan(issuedAt)
  return {
    lineup: { version, audienceId, unitId, issuedAt, validUntil, guard, items, media: distinct(media) },
    omitted,
  }
}

function mediaOf({ content }: Slot, media: LineupParts['media']): RenditionMedia | undefined {
  return content.kind === 'rendition' ? media.get(content.renditionId) : undefined
}

/** Two renditions may be made of the same audio. */
function distinct(media: Iterable<LineupMedia>): LineupMedia[] {
  return [...new Map([...media].map(file => [file.sha256, file])).values()]
}

/** An item ends with its audio when that is shorter than the time it was given. */
function itemOf(piece: Piece, slot: Slot, { file, contentHashes, bulletinIds }: RenditionMedia): LineupItem {
  const left = Math.ceil((file.seconds - piece.offsetSeconds) * 1000)
  return {
    id: `${piece.slotId}.${piece.day}${piece.part > 0 ? `.${piece.part}` : ''}`,
    slotId: piece.slotId,
    startsAt: piece.startsAt,
    endsAt: instant(Math.min(piece.endsAt, piece.startsAt + left)),
    class: slot.class,
    title: slot.title,
    rendition: { mediaSha256: file.sha256, offsetSeconds: piece.offsetSeconds },
    contentHashes,
    bulletinIds,
  }
}
