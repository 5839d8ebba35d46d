import {
  attachmentKinds,
  type Bulletin,
  type BulletinContent,
  type BulletinText,
  type BulletinVersion,
  bulletinActs,
  bulletinClasses,
  bulletinKinds,
  bulletinLanguageTags,
  bulletinStates,
  topicIds,
} from '@nguon/domain/bulletins'
import type { AccountId, BulletinId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { id, instantField, lineOfText, linesOfText, sha256Field } from '@nguon/contract/platform'

export const bulletinIdField = id<BulletinId>()
export const unitIdField = id<UnitId>()
export const accountIdField = id<AccountId>()
export const versionField = z.int().min(1).max(1_000_000)
/** The same in a path or a query, where everything is text. */
export const versionInAddress = z.coerce.number().pipe(versionField)

export const readingDecisionField = z.object({
  token: lineOfText(100_000, { shortest: 1 }),
  spoken: lineOfText(500, { shortest: 1 }).nullable(),
})

export const bulletinTextField = z.object({
  language: z.enum(bulletinLanguageTags).default('vi'),
  title: lineOfText(300, { shortest: 1 }),
  summary: linesOfText(2000).default(''),
  body: linesOfText(100_000).default(''),
  recordingSha256: sha256Field.nullable().default(null),
  voiceId: lineOfText(100, { shortest: 1 }).nullable().default(null),
  speed: z.number().min(0.5).max(2).default(1),
  longerPauses: z.boolean().default(false),
  readingDecisions: z.array(readingDecisionField).max(500).readonly().default([]),
}) satisfies z.ZodType<BulletinText>

const attachmentField = z.object({
  mediaSha256: sha256Field,
  kind: z.enum(attachmentKinds),
  title: lineOfText(300).default(''),
  description: linesOfText(2000).default(''),
})

const linkField = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  title: lineOfText(300).default(''),
})

/** Only the title of the main text is needed; everything else has a plain default. */
export const bulletinContentField = z.object({
  kind: z.enum(bulletinKinds).default('text'),
  class: z.enum(bulletinClasses).default('normal'),
  topicId: z.enum(topicIds).default('administration'),
  texts: z
    .tuple([bulletinTextField], bulletinTextField)
    .refine(texts => texts.length <= 10, 'nhiều nhất 10 ngôn ngữ')
    .refine(texts => new Set(texts.map(text => text.language)).size === texts.length, 'mỗi ngôn ngữ chỉ một bản')
    .readonly(),
  documentNumber: lineOfText(100).default(''),
  origin: lineOfText(300).default(''),
  author: lineOfText(200).default(''),
  penName: lineOfText(200).default(''),
  validFrom: instantField.nullable().default(null),
  validUntil: instantField.nullable().default(null),
  place: lineOfText(300).default(''),
  concerns: lineOfText(500).default(''),
  sms: linesOfText(1000).default(''),
  slide: z.array(lineOfText(300)).max(20).readonly().default([]),
  attachments: z.array(attachmentField).max(30).readonly().default([]),
  links: z.array(linkField).max(30).readonly().default([]),
}) satisfies z.ZodType<BulletinContent>

export const bulletinVersionField = z.object({
  bulletinId: bulletinIdField,
  number: versionField,
  content: bulletinContentField,
  writtenBy: accountIdField,
  writerName: z.string(),
  writtenAt: instantField,
}) satisfies z.ZodType<BulletinVersion>

export const bulletinField = z.object({
  id: bulletinIdField,
  unitId: unitIdField,
  state: z.enum(bulletinStates),
  version: versionField,
  writers: z.array(accountIdField).readonly(),
  createdAt: instantField,
  updatedAt: instantField,
  submittedAt: instantField.nullable(),
  submittedBy: accountIdField.nullable(),
  publishedAt: instantField.nullable(),
  reason: z.string().nullable(),
}) satisfies z.ZodType<Bulletin>

/** A bulletin with its current version and what the person who asks can do with it now. */
export const bulletinDetailsField = bulletinField.extend({
  content: bulletinContentField,
  writerName: z.string(),
  openActs: z.array(z.enum(bulletinActs)),
})

/** A row of a list. */
export const bulletinRowField = bulletinField.omit({ writers: true, submittedBy: true }).extend({
  title: z.string(),
  summary: z.string(),
  kind: z.enum(bulletinKinds),
  class: z.enum(bulletinClasses),
  topicId: z.enum(topicIds),
  documentNumber: z.string(),
  languages: z.array(z.enum(bulletinLanguageTags)),
  writerName: z.string(),
  validUntil: instantField.nullable(),
})

export const fieldChangeField = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  changes: z
    .array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
    .readonly()
    .nullable(),
})

export type BulletinDetails = z.output<typeof bulletinDetailsField>
export type BulletinRow = z.output<typeof bulletinRowField>
