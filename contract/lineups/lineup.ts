import { bulletinClasses } from '@nguon/domain/bulletins'
import type { Lineup } from '@nguon/domain/lineups'
import type { AudienceId, BulletinId, SlotId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { contentHashField, dayField, id, instantField, sha256Field, timeOfDayField } from '@nguon/contract/platform'

const guard = z.object({
  zoneOffsets: z.array(z.object({ from: instantField, offsetMinutes: z.int().min(-1440).max(1440) })).min(1),
  quietHours: z.array(z.object({ from: timeOfDayField, until: timeOfDayField })).max(48),
  quietSpans: z.array(z.object({ startsAt: instantField, endsAt: instantField, reason: z.string().max(500) })).max(500),
  broadcastWindows: z
    .array(z.object({ weekdays: z.array(z.int().min(1).max(7)), from: timeOfDayField, until: timeOfDayField }))
    .max(100),
  silentDays: z.array(dayField).max(400),
  maximumVolumeByHour: z.array(z.int().min(0).max(100)).length(24),
})

/** One item; a device validates each alone, so that one bad row never stops the rest (incident I15). */
export const lineupItemSchema = z.object({
  id: z.string().min(1).max(100),
  slotId: id<SlotId>(),
  startsAt: instantField,
  endsAt: instantField,
  class: z.enum(bulletinClasses),
  title: z.string().max(500),
  rendition: z.object({ mediaSha256: sha256Field, offsetSeconds: z.number().min(0).max(86_400) }),
  contentHashes: z.array(contentHashField).max(200),
  bulletinIds: z.array(id<BulletinId>()).max(200),
})

export const lineupMediaSchema = z.object({
  sha256: sha256Field,
  bytes: z.int().min(1),
  seconds: z.number().min(0),
  mediaType: z.literal('audio/mpeg'),
})

/** The frame of a line-up; its items and media are read one by one with the schemas above. */
export const lineupFrameSchema = z.object({
  version: z.int().min(1),
  audienceId: id<AudienceId>(),
  unitId: id<UnitId>(),
  issuedAt: instantField,
  validUntil: instantField,
  guard,
  items: z.array(z.unknown()).max(20_000),
  media: z.array(z.unknown()).max(20_000),
})

/** What the server promises to send. */
export const lineupSchema = lineupFrameSchema.extend({
  items: z.array(lineupItemSchema).max(20_000),
  media: z.array(lineupMediaSchema).max(20_000),
}) satisfies z.ZodType<Lineup>

/** The retained message on `d/<deviceId>/lineup`. */
export const lineupPointerSchema = z.object({
  audienceId: id<AudienceId>(),
  version: z.int().min(1),
  /** Path on the server, fetched with the device's own credentials and `If-None-Match`. */
  url: z.string().startsWith('/api/devices/lineups/').max(200),
})

export type LineupPointer = z.output<typeof lineupPointerSchema>
