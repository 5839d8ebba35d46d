import type { BulletinId, ContentHash, RenditionId, Sha256 } from '@nguon/domain/platform'
import type { ContentFault, ContentState, Slot } from '@nguon/domain/schedule'
import { contentKey } from '@nguon/domain/schedule'
import { type ApprovedContent, approvedContents } from '@nguon/server/approval'
import type { Database } from '@nguon/server/platform'
import { readRenditions, type StoredRendition } from './store.ts'

/** The audio made of a rendition, and what was approved in it. */
export interface RenditionAudio {
  readonly file: {
    readonly sha256: Sha256
    readonly bytes: number
    readonly seconds: number
    readonly mediaType: 'audio/mpeg'
  }
  readonly contentHashes: readonly ContentHash[]
  readonly bulletinIds: readonly BulletinId[]
}

/** What the renditions of a timetable are now: whether they may sound, and the audio made of them. */
export interface ReadContents {
  readonly contents: readonly ContentState[]
  readonly media: ReadonlyMap<RenditionId, RenditionAudio>
}

/** Rests on nothing but the approvals in force; whatever is not approved in every part plays not at all (rule P8). */
export async function readContents(db: Database, renditionIds: readonly RenditionId[]): Promise<ReadContents> {
  const renditions = await readRenditions(db, renditionIds)
  const approved = await approvedContents(db, [...new Set(renditions.flatMap(({ bulletinIds }) => bulletinIds))])
  const media = new Map<RenditionId, RenditionAudio>()
  const contents = renditions.map(rendition => {
    const { state, audio } = contentOfRendition(rendition, approved)
    if (audio) media.set(rendition.id, audio)
    return state
  })
  return { contents, media }
}

/** What a saved slot plays. */
export async function renditionOf(db: Database, { id, content }: Slot): Promise<StoredRendition> {
  const [rendition] = content.kind === 'rendition' ? await readRenditions(db, [content.renditionId]) : []
  if (!rendition) throw new Error(`slot ${id} has lost what it plays`)
  return rendition
}

/** One rendition by what is approved of its bulletins now. */
export function contentOfRendition(
  rendition: StoredRendition,
  approved: ReadonlyMap<BulletinId, ApprovedContent | ContentFault>,
): { readonly state: ContentState; readonly audio: RenditionAudio | null } {
  const key = contentKey({ kind: 'rendition', renditionId: rendition.id })
  const parts = partsOf(rendition, approved)
  if (typeof parts === 'string') return { state: { key, usable: false, fault: parts }, audio: null }
  const [sounding, ...more] = parts.flatMap(part => part.soundings)
  if (!sounding || more.length > 0) return { state: { key, usable: false, fault: 'NO_MEDIA' }, audio: null }
  const { audioSha256: sha256, bytes, seconds } = sounding
  const contentHashes = parts.map(part => part.contentHash)
  return {
    state: { key, usable: true, seconds, limits: parts.map(part => part.limits) },
    audio: {
      file: { sha256, bytes, seconds, mediaType: 'audio/mpeg' },
      contentHashes,
      bulletinIds: rendition.bulletinIds,
    },
  }
}

function partsOf(
  { bulletinIds }: StoredRendition,
  approved: ReadonlyMap<BulletinId, ApprovedContent | ContentFault>,
): ApprovedContent[] | ContentFault {
  const parts: ApprovedContent[] = []
  for (const bulletinId of bulletinIds) {
    const content = approved.get(bulletinId) ?? 'UNKNOWN'
    if (typeof content === 'string') return content
    parts.push(content)
  }
  return parts
}
