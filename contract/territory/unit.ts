import type { UnitId } from '@nguon/domain/platform'
import {
  type LegalAct,
  levels,
  type Place,
  type Succession,
  successionKinds,
  type UnitVersion,
} from '@nguon/domain/territory'
import { z } from 'zod'
import { dayField, id, lineOfText } from '@nguon/contract/platform'

export const levelField = z.enum(levels)

export const legalActSchema = z.object({
  number: lineOfText(100, { shortest: 1 }),
  date: dayField,
  issuer: lineOfText(200, { shortest: 1 }),
}) satisfies z.ZodType<LegalAct>

export const placeSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
}) satisfies z.ZodType<Place>

export const householdsField = z.int().min(0).max(99_999_999)

export const unitVersionSchema = z.object({
  unitId: id<UnitId>(),
  validFrom: dayField,
  validTo: dayField.nullable(),
  parentId: id<UnitId>().nullable(),
  level: levelField,
  kind: z.string().max(50),
  name: z.string().min(1).max(100),
  code: z.string().min(1).max(20),
  households: householdsField.nullable(),
  place: placeSchema.nullable(),
  legalAct: legalActSchema.nullable(),
}) satisfies z.ZodType<UnitVersion>

/** What anyone may know of a unit above their own: enough to write its name. */
export const unitNameSchema = unitVersionSchema.pick({
  unitId: true,
  parentId: true,
  level: true,
  kind: true,
  name: true,
})

export const successionSchema = z.object({
  oldUnitId: id<UnitId>(),
  newUnitId: id<UnitId>(),
  kind: z.enum(successionKinds),
  weight: z.number().gt(0).max(1),
  takesEffectOn: dayField,
  legalAct: legalActSchema,
}) satisfies z.ZodType<Succession>
