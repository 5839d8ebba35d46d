import { instantField } from '@nguon/contract/platform'
import { z } from 'zod'

/** An Ed25519 public key as a JWK (RFC 8037). */
export const publicKeySchema = z.object({
  kid: z.string().min(1).max(64),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

/** Payload of the key set, signed by the root key, served at `/api/devices/keys`. */
export const keySetSchema = z.object({
  issuedAt: instantField,
  keys: z.array(publicKeySchema.extend({ notBefore: instantField, notAfter: instantField })).max(20),
})

export type KeySet = z.output<typeof keySetSchema>
