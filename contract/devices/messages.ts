import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { id, instantField, lineOfText } from '@nguon/contract/platform'

/** An Ed25519 public key as a JWK (RFC 8037). */
export const publicKeySchema = z.object({
  kid: z.string().min(1).max(64),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

/** Body of `POST /api/devices/claim`. The code is shown once to the technician who registered the device. */
export const claimRequestSchema = z.object({
  code: z.string().min(8).max(20),
  model: lineOfText(100, { shortest: 1 }),
  firmware: lineOfText(50, { shortest: 1 }),
})

/** What a device keeps for good: its identity, its secret, and the root key it trusts from now on. */
export const claimResponseSchema = z.object({
  deviceId: id<DeviceId>(),
  secret: z.string().min(32).max(100),
  unitId: id<UnitId>(),
  /** This unit and those above it: the topics of their emergencies are subscribed to. */
  unitPath: z.array(id<UnitId>()).min(1).max(12),
  rootKey: publicKeySchema,
  mqttUrl: z.string().max(300),
})

export type ClaimResponse = z.output<typeof claimResponseSchema>

/** Payload of the key set, signed by the root key, served at `/api/devices/keys`. */
export const keySetSchema = z.object({
  issuedAt: instantField,
  keys: z.array(publicKeySchema.extend({ notBefore: instantField, notAfter: instantField })).max(20),
})

export type KeySet = z.output<typeof keySetSchema>

/** Payload of the signed time, served at `/api/devices/time?nonce=…`; the nonce is the device's own. */
export const signedTimeSchema = z.object({ now: instantField, nonce: z.string().min(16).max(64) })

export const telemetrySchema = z.object({
  sentAt: instantField,
  timeTrusted: z.boolean(),
  clockErrorMilliseconds: z.number().nullable(),
  firmware: lineOfText(50),
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
  subject: z.enum(['lineup', 'media', 'key-set', 'time', 'command', 'item', 'store']),
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
