import type { Approval, ApprovalId, ApprovalLimits, PaperSheet } from '@nguon/domain/approval'
import { bulletinClasses, bulletinLanguageTags } from '@nguon/domain/bulletins'
import { accountIdField, bulletinIdField, unitIdField, versionField } from '@nguon/contract/bulletins'
import { contentHashField, dayField, id, instantField, lineOfText, sha256Field } from '@nguon/contract/platform'
import { z } from 'zod'

export const approvalLimitsField = z.object({
  area: z.array(unitIdField).min(1).max(500).readonly(),
  period: z.object({ startsAt: instantField, endsAt: instantField }),
  class: z.enum(bulletinClasses),
}) satisfies z.ZodType<ApprovalLimits>

export const paperSheetField = z.object({
  mediaSha256: sha256Field,
  signerName: lineOfText(200, { shortest: 1 }),
  signerPosition: lineOfText(200, { shortest: 1 }),
  signedOn: dayField,
  number: lineOfText(100).default(''),
}) satisfies z.ZodType<PaperSheet>

export const approvalField = z.object({
  id: id<ApprovalId>(),
  bulletinId: bulletinIdField,
  version: versionField,
  decision: z.enum(['approved', 'returned']),
  decidedBy: accountIdField,
  deciderName: z.string(),
  decidedAt: instantField,
  reason: z.string().nullable(),
  contentHash: contentHashField.nullable(),
  limits: approvalLimitsField.nullable(),
  paper: paperSheetField.nullable(),
  endedAt: instantField.nullable(),
  endedBy: z.enum(['edit', 'withdrawal', 'expiry']).nullable(),
}) satisfies z.ZodType<Approval>

/** How one language sounds, as the approver hears it before the decision. */
export const soundingField = z.object({
  language: z.enum(bulletinLanguageTags),
  reading: z.string().nullable(),
  audioSha256: sha256Field,
  seconds: z.number(),
  loudnessLufs: z.number(),
})
