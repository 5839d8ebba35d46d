import { id, instantField, sha256Field } from '@nguon/contract/platform'
import {
  type EmergencyAhead,
  type EmergencyDocument,
  type EmergencyId,
  emergencyPurposes,
  emergencyTypes,
} from '@nguon/domain/emergencies'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

/** As many devices as one document names; more of one unit get documents of their own. */
export const mostDevicesOfDocument = 1000

const sound = { sha256: sha256Field, bytes: z.int().min(1).max(50_000_000), seconds: z.number().min(0).max(3600) }
const deviceIds = z.array(id<DeviceId>()).min(1).max(mostDevicesOfDocument).readonly()

/** The payload of the signed emergency or drill; `typ` of the signature and `type` inside must agree. */
export const emergencyDocumentSchema = z.object({
  type: z.enum(emergencyTypes),
  id: id<EmergencyId>(),
  eventId: id<EmergencyId>(),
  purpose: z.enum(emergencyPurposes),
  references: z.array(id<EmergencyId>()).max(20).readonly(),
  version: z.int().min(1),
  unitId: id<UnitId>(),
  deviceIds,
  title: z.string().max(500),
  sentAt: instantField,
  expiresAt: instantField,
  play: z
    .object({
      ...sound,
      rounds: z.int().min(1).max(10),
      pauseSeconds: z.number().min(0).max(60),
      everyMinutes: z.int().min(10).max(1440).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<EmergencyDocument>

/** The payload of the signed word to fetch a sound before it is asked for. */
export const emergencyAheadSchema = z.object({
  unitId: id<UnitId>(),
  deviceIds,
  media: z.array(z.object(sound)).max(10).readonly(),
  issuedAt: instantField,
  until: instantField,
}) satisfies z.ZodType<EmergencyAhead>

/** Where a device fetches every document that holds for it, with its own credentials. */
export const emergenciesPath = '/api/devices/emergencies'

/** The answer there: signed documents, the oldest first. */
export const heldEmergenciesSchema = z.object({ documents: z.array(z.string().max(200_000)).max(200) })
