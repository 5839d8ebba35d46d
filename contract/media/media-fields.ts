import {
  type MediaItem,
  type MediaItemId,
  mediaKinds,
  mediaSources,
  mediaStates,
  scanVerdicts,
} from '@nguon/domain/media'
import type { AccountId, UnitId } from '@nguon/domain/platform'
import { id, instantField, lineOfText, sha256Field } from '@nguon/contract/platform'
import { z } from 'zod'

export const mediaItemIdField = id<MediaItemId>()

/** Words about a file that its keeper may change. */
export const mediaWordsField = z.object({
  title: lineOfText(300).default(''),
  speakerName: lineOfText(200).default(''),
  royaltyLine: lineOfText(300).default(''),
})

const seconds = z.number().min(0).max(3600)

/** How a recording is cut before it is brought to its loudness; what is left out stays as it is. */
export const soundCutField = z.object({
  fromSeconds: seconds.optional(),
  toSeconds: seconds.optional(),
  fadeInSeconds: z.number().min(0).max(30).optional(),
  fadeOutSeconds: z.number().min(0).max(30).optional(),
  withoutSilence: z.boolean().optional(),
})

export const mediaItemField = mediaWordsField.extend({
  id: mediaItemIdField,
  unitId: id<UnitId>(),
  ownerId: id<AccountId>(),
  ownerName: z.string(),
  version: z.int().min(1),
  kind: z.enum(mediaKinds),
  source: z.enum(mediaSources),
  fileName: z.string(),
  createdAt: instantField,
  state: z.enum(mediaStates),
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  sha256: sha256Field.nullable(),
  bytes: z.int().min(0).nullable(),
  mimeType: z.string().nullable(),
  seconds: z.number().nullable(),
  loudnessLufs: z.number().nullable(),
  waveform: z.array(z.number()).readonly().nullable(),
  scan: z.enum(scanVerdicts).nullable(),
}) satisfies z.ZodType<MediaItem>
