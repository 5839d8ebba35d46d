import type { AccountId, Id, Instant, Sha256, UnitId } from '@nguon/domain/platform'

export type MediaItemId = Id<'mediaItem'>

export const mediaKinds = ['sound', 'image', 'video', 'document'] as const

export type MediaKind = (typeof mediaKinds)[number]

/** A recording is a person speaking into the house; the rest was made elsewhere. */
export const mediaSources = ['upload', 'recording'] as const

export const mediaStates = ['preparing', 'ready', 'refused'] as const

/** Whether a virus scanner has seen the file. `unscanned`: this server has none, which is said and not hidden. */
export const scanVerdicts = ['clean', 'infected', 'unscanned'] as const

/** A file of the media library, with what stands on the royalty sheet (*nhuận bút*) for it. */
export interface MediaItem {
  readonly id: MediaItemId
  readonly unitId: UnitId
  readonly ownerId: AccountId
  readonly ownerName: string
  /** Grows with every edit of the words about it; the bytes never change. */
  readonly version: number
  readonly kind: MediaKind
  readonly source: (typeof mediaSources)[number]
  readonly title: string
  readonly speakerName: string
  readonly royaltyLine: string
  /** As it was called on the sender's machine. */
  readonly fileName: string
  readonly createdAt: Instant
  readonly state: (typeof mediaStates)[number]
  /** Why it was refused, as a refusal of the contract. */
  readonly refusal: { readonly code: string; readonly data: Readonly<Record<string, unknown>> } | null
  /** Below here: null until it is ready. A sound is measured as it goes out, not as it came in. */
  readonly sha256: Sha256 | null
  readonly bytes: number | null
  readonly mimeType: string | null
  readonly seconds: number | null
  readonly loudnessLufs: number | null
  /** 400 peaks from 0 to 1. */
  readonly waveform: readonly number[] | null
  readonly scan: (typeof scanVerdicts)[number] | null
}
