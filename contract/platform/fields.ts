import type { ContentHash, Day, Instant, Sha256, TimeOfDay } from '@nguon/domain/platform'
import { z } from 'zod'

/** An id of 26 lower-case letters and digits (a ULID), branded by its kind. */
export function id<Kind>() {
  return z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform(value => value as Kind)
}

/** From 1970 to 2999, as days are: what lies further away has no day that calendars and databases agree on. */
export const instantField = z
  .int()
  .min(0)
  .max(Date.UTC(3000, 0, 1) - 1)
  .transform(value => value as Instant)
/** A day from 1900 to 2999: further away lies a mistyped year, and days that databases and calendars count differently. */
export const dayField = z.iso
  .date()
  .regex(/^(19|2\d)/)
  .transform(value => value as Day)
export const timeOfDayField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform(value => value as TimeOfDay)
export const sha256Field = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform(value => value as Sha256)
export const contentHashField = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform(value => value as ContentHash)

/** The version of a row a caller saw, as an update names it. */
export const versionField = z.int().min(0).max(2_147_483_646)

/** Chosen by the caller of a create, so that repeating it after a lost answer does not create twice. */
export const idempotencyKeyField = z.string().regex(/^[\w.:-]{8,100}$/)

/** A wall clock with seconds when they matter: `05:30` or `05:30:10`. */
export const timeOfDayToTheSecondField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  .transform(value => value as TimeOfDay)
