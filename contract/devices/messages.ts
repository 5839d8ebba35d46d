import { z } from 'zod'
import { instantField, lineOfText } from '@nguon/contract/platform'

/** Payload of the signed time, served at `/api/devices/time?nonce=…`; the nonce is the device's own. */
export const signedTimeSchema = z.object({ now: instantField, nonce: z.string().min(16).max(64) })

export const telemetrySchema = z.object({
  sentAt: instantField,
  timeTrusted: z.boolean(),
  clockErrorMilliseconds: z.number().nullable(),
  firmware: lineOfText(50),
  /** Firmware from before loudspeakers could be moved does not send it. */
  assignmentVersion: z.int().min(1).nullable().default(null),
  lineupVersion: z.int().min(1).nullable(),
  lineupIssuedAt: instantField.nullable(),
  mediaReady: z.int().min(0).max(1_000_000),
  mediaMissing: z.int().min(0).max(1_000_000),
  playing: lineOfText(100).nullable(),
  volume: z.int().min(0).max(100),
  diskFreeBytes: z.number().min(0),
  signalDbm: z.number().nullable(),
  mainsPower: z.boolean().nullable(),
  batteryPercent: z.number().min(0).max(100).nullable(),
  temperatureCelsius: z.number().nullable(),
  lastHeardAt: instantField.nullable(),
})

/** Something the device would not obey, told to the server so that a person sees it. */
const refusalReport = z.object({
  at: instantField,
  subject: z.enum(['lineup', 'assignment', 'emergency', 'media', 'key-set', 'time', 'command', 'item', 'store']),
  /** A word of the device protocol, such as `signature`, `expired`, `older`, `other-unit`, `unknown-key`, `hash`. */
  fault: lineOfText(60, { shortest: 1 }),
  detail: lineOfText(500),
})

/** Messages on `d/<deviceId>/up` are told apart by `kind`; airings add theirs. `POST /api/devices/messages` takes the same bodies when MQTT is down. */
export const heartbeatMessageSchema = z.object({ kind: z.literal('heartbeat'), telemetry: telemetrySchema })

export const refusalsMessageSchema = z.object({
  kind: z.literal('refusals'),
  refusals: z.array(refusalReport).min(1).max(100),
})

export type RefusalReport = z.output<typeof refusalReport>
