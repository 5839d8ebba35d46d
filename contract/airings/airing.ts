import type { Airing } from '@nguon/domain/airings'
import { bulletinClasses } from '@nguon/domain/bulletins'
import type { BulletinId, DeviceId, SlotId } from '@nguon/domain/platform'
import { z } from 'zod'
import { contentHashField, id, instantField, lineOfText, sha256Field } from '@nguon/contract/platform'

/** What a device tells is kept as text, and what no column can hold is left out: refused, it would be sent for ever. */
const reason = lineOfText(500)

export const airingSchema = z.object({
  deviceId: id<DeviceId>(),
  log: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .meta({ examples: ['01kbj3v5zq8m4t2w7x9ycdefgh'] }),
  seq: z.int().min(1),
  itemId: lineOfText(100, { shortest: 1 }),
  slotId: id<SlotId>(),
  class: z.enum(bulletinClasses),
  title: lineOfText(500),
  lineupVersion: z.int().min(1),
  contentHashes: z.array(contentHashField).max(200).readonly(),
  bulletinIds: z.array(id<BulletinId>()).max(200).readonly(),
  mediaSha256: sha256Field,
  plannedAt: instantField,
  startedAt: instantField.nullable(),
  playedSeconds: z.number().min(0).max(86_400),
  plannedSeconds: z.number().min(0).max(86_400),
  result: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('completed') }),
    z.object({ kind: z.literal('interrupted'), by: reason }),
    z.object({ kind: z.literal('missed'), reason }),
    z.object({ kind: z.literal('failed'), reason }),
    z.object({ kind: z.literal('refused'), reason }),
  ]),
  heardLevel: z.number().min(-200).max(20).nullable(),
}) satisfies z.ZodType<Airing>

/** On `d/<deviceId>/up`; at most 100 at a time, oldest first. */
export const airingsMessageSchema = z.object({
  kind: z.literal('airings'),
  airings: z.array(airingSchema).min(1).max(100),
})

/** On `d/<deviceId>/acknowledged`: every airing of `log` up to `seq` is stored for good and may be let go. */
export const acknowledgementSchema = z.object({ log: z.string(), seq: z.int().min(0) })
