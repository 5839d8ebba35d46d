import { id, instantField, lineOfText, linesOfText, sha256Field, versionField } from '@nguon/contract/platform'
import {
  certainties,
  deliveryStates,
  type DisasterSeries,
  type DisasterSeriesId,
  type Emergency,
  type EmergencyContent,
  type EmergencyId,
  emergencyPurposes,
  type EmergencySound,
  emergencyStates,
  emergencyTypes,
  hazardNames,
  mostRounds,
  mostValidMinutes,
  repeatMinutes,
  type RiskLevel,
  riskLevels,
  severities,
  sirenPatterns,
  urgencies,
} from '@nguon/domain/emergencies'
import type { AccountId, DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

export const emergencyIdField = id<EmergencyId>()

/** What the caller believes it to be; another type than it is, is refused. */
export const emergencyTypeField = z.enum(emergencyTypes)

const corner = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

const areaField = z.object({
  unitIds: z.array(id<UnitId>()).min(1).max(500).readonly(),
  polygon: z.array(corner).min(3).max(200).readonly().nullable().default(null),
})

const riskLevelField = z.literal(riskLevels) satisfies z.ZodType<RiskLevel>

/** What people write. A siren left out is the usual one of the type. */
export const emergencyContentFields = {
  hazard: z.enum(hazardNames),
  riskLevel: riskLevelField.nullable().default(null),
  urgency: z.enum(urgencies).default('Immediate'),
  severity: z.enum(severities).optional(),
  certainty: z.enum(certainties).default('Observed'),
  headline: lineOfText(200, { shortest: 1 }),
  body: linesOfText(3000, { shortest: 1 }),
  area: areaField,
  siren: z.enum(sirenPatterns).optional(),
  rounds: z.int().min(1).max(mostRounds).default(3),
  everyMinutes: z.literal(repeatMinutes).nullable().default(null),
  validMinutes: z.int().min(10).max(mostValidMinutes).default(120),
}

const contentSchema = z.object({
  hazard: z.enum(hazardNames),
  riskLevel: riskLevelField.nullable(),
  urgency: z.enum(urgencies),
  severity: z.enum(severities),
  certainty: z.enum(certainties),
  headline: z.string(),
  body: z.string(),
  area: z.object({ unitIds: z.array(id<UnitId>()).readonly(), polygon: z.array(corner).readonly().nullable() }),
  siren: z.enum(sirenPatterns),
  rounds: z.int(),
  everyMinutes: z.literal(repeatMinutes).nullable(),
  validMinutes: z.int(),
}) satisfies z.ZodType<EmergencyContent>

const signedSchema = z.object({ accountId: id<AccountId>(), name: z.string(), at: instantField })

export const emergencySchema = contentSchema.extend({
  id: emergencyIdField,
  type: z.enum(emergencyTypes),
  purpose: z.enum(emergencyPurposes),
  eventId: emergencyIdField,
  referenceId: emergencyIdField.nullable(),
  seriesId: id<DisasterSeriesId>().nullable(),
  seriesNumber: z.int().nullable(),
  unitId: id<UnitId>(),
  version: versionField,
  state: z.enum(emergencyStates),
  written: signedSchema,
  askedAt: instantField.nullable(),
  confirmed: signedSchema.nullable(),
  breakGlassReason: z.string().nullable(),
  expiresAt: instantField.nullable(),
  ended: z.object({ at: instantField, reason: z.string() }).nullable(),
}) satisfies z.ZodType<Emergency>

export const emergencySoundStates = ['none', 'making', 'ready', 'failed'] as const

const soundSchema = z.object({
  sha256: sha256Field,
  bytes: z.int(),
  seconds: z.number(),
}) satisfies z.ZodType<EmergencySound>

/** How many loudspeakers stand in each state; none that has none. */
export const deliveryCountsSchema = z.partialRecord(z.enum(deliveryStates), z.int())

/** As lists show it. */
export const listedEmergencySchema = emergencySchema.extend({
  unitName: z.string(),
  devices: z.int(),
  counts: deliveryCountsSchema,
})

/** One message with all that its screen needs. */
export const shownEmergencySchema = listedEmergencySchema.extend({
  /** By the clock of the server, for the countdown. */
  now: instantField,
  /** From then on one may confirm alone; null for a drill and before anybody was asked. */
  breakGlassAt: instantField.nullable(),
  /** Who was asked to confirm, in order. */
  asked: z.array(z.object({ accountId: id<AccountId>(), name: z.string(), askedAt: instantField })).readonly(),
  sound: z.object({
    state: z.enum(emergencySoundStates),
    /** Siren and speech, once; to be heard before one confirms. */
    file: soundSchema.nullable(),
    /** What is spoken, word for word. */
    reading: z.string().nullable(),
    /** Words the reader does not know and spells; look at them before confirming. */
    unknownWords: z.array(z.string()).readonly(),
  }),
  /** Names of the units of the area, in their order. */
  areaNames: z.array(z.string()).readonly(),
  households: z.int(),
  /** What the caller may do now. */
  may: z.object({
    edit: z.boolean(),
    confirm: z.boolean(),
    breakGlass: z.boolean(),
    stop: z.boolean(),
    follow: z.boolean(),
  }),
  /** The other messages of the same event, oldest first. */
  event: z
    .array(emergencySchema.pick({ id: true, purpose: true, state: true, headline: true, written: true }))
    .readonly(),
})

export type ShownEmergency = z.output<typeof shownEmergencySchema>
export type ListedEmergency = z.output<typeof listedEmergencySchema>

/** One loudspeaker of a message. */
export const emergencyDeviceSchema = z.object({
  deviceId: id<DeviceId>(),
  name: z.string(),
  unitId: id<UnitId>(),
  villageId: id<UnitId>().nullable(),
  online: z.boolean(),
  state: z.enum(deliveryStates),
  /** Why it waits or stays silent. */
  reason: z.string().nullable(),
  /** By the device's clock; null when it has said nothing yet. */
  at: instantField.nullable(),
  /** *Có tiếng (đo tại loa)*; null without a sensor. */
  heard: z.boolean().nullable(),
})

export const disasterSeriesSchema = z.object({
  id: id<DisasterSeriesId>(),
  unitId: id<UnitId>(),
  hazard: z.enum(hazardNames),
  name: z.string(),
  version: versionField,
  openedAt: instantField,
  closedAt: instantField.nullable(),
}) satisfies z.ZodType<DisasterSeries>
