import { bulletinLanguageTags } from '@nguon/domain/bulletins'
import { bulletinIdField, unitIdField, versionField } from '@nguon/contract/bulletins'
import { id, instantField, lineOfText, sha256Field } from '@nguon/contract/platform'
import type { Id } from '@nguon/domain/platform'
import { z } from 'zod'

export type DictionaryEntryId = Id<'dictionaryEntry'>
export type VoiceRenditionId = Id<'voiceRendition'>

/** One piece of the written text and how it is spoken. `start` and `end` count UTF-16 units of the text sent in. */
export const readingTokenField = z.object({
  source: z.string(),
  start: z.int(),
  end: z.int(),
  spoken: z.string(),
  kind: z.string(),
  certainty: z.enum(['sure', 'likely', 'unknown']),
})

/** "Đọc là". */
export const readingField = z.object({
  text: z.string(),
  tokens: z.array(readingTokenField).readonly(),
  /** Unknown to the reader. Each is decided by a person before the bulletin is submitted. */
  flagged: z.array(readingTokenField).readonly(),
  /** Those of `flagged` nobody has decided on yet: they stop a submission. */
  undecided: z.array(readingTokenField).readonly(),
  /** What is said after the written text; part of `text`. */
  notice: z.string().nullable(),
})

export const dictionaryWordsField = z.object({
  written: lineOfText(200, { shortest: 1 }),
  spoken: lineOfText(500, { shortest: 1 }),
  /** Whether "EA KAR" and "Ea Kar" are two words. */
  matchCase: z.boolean().default(false),
})

export const dictionaryEntryField = dictionaryWordsField.extend({
  id: id<DictionaryEntryId>(),
  unitId: unitIdField,
  version: versionField,
  changedAt: instantField,
  changedBy: z.string(),
})

/** What a unit decided about its machine voice; without a decision of its own that of the unit above it holds. */
export const voiceSettingField = z.object({
  unitId: unitIdField,
  /** Whether a bulletin read by a machine says so at its end. */
  spokenNotice: z.boolean(),
  /** The unit whose decision holds; null: nobody decided, and it is said. */
  decidedBy: unitIdField.nullable(),
  /** Of the unit's own decision; 0 without one. */
  version: z.int().min(0),
})

export const renditionStates = ['queued', 'rendering', 'ready', 'failed'] as const

/** How one language of one version sounds. */
export const renditionField = z.object({
  id: id<VoiceRenditionId>(),
  bulletinId: bulletinIdField,
  version: versionField,
  language: z.enum(bulletinLanguageTags),
  /** A recording is a person's voice; it needs no AI mark and no reading. */
  source: z.enum(['machine', 'recording']),
  state: z.enum(renditionStates),
  /** 0 to 1. */
  progress: z.number(),
  reading: z.string().nullable(),
  readingHash: sha256Field.nullable(),
  mediaSha256: sha256Field.nullable(),
  bytes: z.int().nullable(),
  seconds: z.number().nullable(),
  loudnessLufs: z.number().nullable(),
  waveform: z.array(z.number()).readonly().nullable(),
  engine: z.string().nullable(),
  voice: z.string().nullable(),
  /** True when a machine made the sound and says so in the file (Luật Trí tuệ nhân tạo số 134/2025/QH15, Điều 11). */
  aiMark: z.boolean(),
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
})

export type Rendition = z.output<typeof renditionField>
