import { id, instantField } from '@nguon/contract/platform'
import {
  type Alarm,
  type AlarmFacts,
  type AlarmId,
  alarmKinds,
  alarmSeverities,
  alarmStandings,
} from '@nguon/domain/alarms'
import type { AccountId, DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

const factsSchema = z.object({
  lastSeenAt: instantField.nullable().exactOptional(),
  batteryPercent: z.number().nullable().exactOptional(),
  lineupIssuedAt: instantField.nullable().exactOptional(),
  clockErrorMilliseconds: z.number().nullable().exactOptional(),
  diskFreeMegabytes: z.number().exactOptional(),
  temperatureCelsius: z.number().exactOptional(),
  signalDbm: z.number().exactOptional(),
  title: z.string().exactOptional(),
  plannedAt: instantField.exactOptional(),
  playedSeconds: z.number().exactOptional(),
  plannedSeconds: z.number().exactOptional(),
  reason: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  detail: z.string().exactOptional(),
  complaint: z.string().exactOptional(),
  words: z.string().exactOptional(),
  lastTestAt: instantField.nullable().exactOptional(),
  devices: z.int().exactOptional(),
  struck: z.int().exactOptional(),
}) satisfies z.ZodType<AlarmFacts>

export const alarmSchema = z.object({
  id: id<AlarmId>(),
  deviceId: id<DeviceId>().nullable(),
  unitId: id<UnitId>(),
  kind: z.enum(alarmKinds),
  severity: z.enum(alarmSeverities),
  facts: factsSchema,
  version: z.int(),
  occurrences: z.int(),
  openedAt: instantField,
  renewedAt: instantField,
  clearedAt: instantField.nullable(),
  acknowledgedAt: instantField.nullable(),
  acknowledgedBy: id<AccountId>().nullable(),
  acknowledgedName: z.string().nullable(),
  note: z.string(),
  closedAt: instantField.nullable(),
}) satisfies z.ZodType<Alarm>

/** As lists show it: with the name of the device, and how it stands. */
export const shownAlarmSchema = alarmSchema.extend({
  deviceName: z.string().nullable(),
  standing: z.enum(alarmStandings),
})
