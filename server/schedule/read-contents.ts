import type { BulletinId, ContentHash, RenditionId, Sha256 } from '@nguon/domain/platform'
import { type ContentFault, type ContentState, type Slot, contentKey } from '@nguon/domain/schedule'
import { type ApprovedContent, approvedContents } from '@nguon/server/approval'
import type { Database } from '@nguon/server/platform'
import { type Programme, type ProgrammeKey, programmeKey, readProgrammes } from '@nguon/server/programmes'
import { programmeSeconds } from '@nguon/server/sound'
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
  const several = renditions.map(rendition => soundsOf(rendition, approved)).filter(({ length }) => length > 1)
  const programmes = await readProgrammes(db, several.map(programmeKey))
  const made = new Map(programmes.map(programme => [programme.key, programme]))
  const media = new Map<RenditionId, RenditionAudio>()
  const contents = renditions.map(rendition => {
    const { state, audio } = contentOf(rendition, approved, sounding => soundOf(sounding, made))
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

/** What a slot plays once its programme is made: for looking at it before it is saved. */
export function plannedContent(rendition: StoredRendition, approved: Approved): Content {
  return contentOf(rendition, approved, sounds => ({
    sha256: sounds[0].audioSha256,
    bytes: sounds.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: soundingSeconds(sounds),
  }))
}

/** How long approved sounds last one after the other. A single one is played as it is. */
export function soundingSeconds(sounds: readonly Pick<Sounding, 'seconds'>[]): number {
  const seconds = sounds.map(sound => sound.seconds)
  return seconds.length === 1 ? (seconds[0] ?? 0) : programmeSeconds(seconds)
}

/** The approved sounds of a rendition, in order; none as long as any of its bulletins may not go out. */
export function soundsOf(rendition: StoredRendition, approved: Approved): Sha256[] {
  const parts = partsOf(rendition, approved)
  if (typeof parts === 'string') return []
  return parts.flatMap(({ soundings }) => soundings.map(({ audioSha256 }) => audioSha256))
}

type Approved = ReadonlyMap<BulletinId, ApprovedContent | ContentFault>
type Sounding = ApprovedContent['soundings'][number]
type Sound = Omit<RenditionAudio['file'], 'mediaType'>
interface Content {
  readonly state: ContentState
  readonly audio: RenditionAudio | null
}

/** One rendition by what is approved of its bulletins now. */
function contentOf(
  rendition: StoredRendition,
  approved: Approved,
  soundFrom: (sounds: readonly [Sounding, ...Sounding[]]) => Sound | ContentFault,
): Content {
  const key = contentKey({ kind: 'rendition', renditionId: rendition.id })
  const unusable = (fault: ContentFault) => ({ state: { key, usable: false, fault } as const, audio: null })
  const parts = partsOf(rendition, approved)
  if (typeof parts === 'string') return unusable(parts)
  const [first, ...more] = parts.flatMap(part => part.soundings)
  if (!first) return unusable('NO_MEDIA')
  const sound = soundFrom([first, ...more])
  if (typeof sound === 'string') return unusable(sound)
  return {
    state: { key, usable: true, seconds: sound.seconds, limits: parts.map(part => part.limits) },
    audio: {
      file: { ...sound, mediaType: 'audio/mpeg' },
      contentHashes: parts.map(part => part.contentHash),
      bulletinIds: rendition.bulletinIds,
    },
  }
}

/** One sound is itself; several are what was made of them. */
function soundOf(
  [first, ...more]: readonly [Sounding, ...Sounding[]],
  made: ReadonlyMap<ProgrammeKey, Programme>,
): Sound | ContentFault {
  const { audioSha256: sha256, bytes, seconds } = first
  if (more.length === 0) return { sha256, bytes, seconds }
  const programme = made.get(programmeKey([first, ...more].map(({ audioSha256 }) => audioSha256)))
  return programme?.sound ?? (programme?.state === 'failed' ? 'PROGRAMME_FAILED' : 'PROGRAMME_PREPARING')
}

function partsOf({ bulletinIds }: StoredRendition, approved: Approved): ApprovedContent[] | ContentFault {
  const parts: ApprovedContent[] = []
  for (const bulletinId of bulletinIds) {
    const content = approved.get(bulletinId) ?? 'UNKNOWN'
    if (typeof content === 'string') return content
    parts.push(content)
  }
  return parts
}
