import {
  dayField,
  errorsOf,
  id,
  idempotencyKeyField,
  instantField,
  operation,
  pageOf,
  pageRequest,
  timeOfDayField,
  lineOfText,
  versionField,
} from '@nguon/contract/platform'
import type { DeviceId, GroupId, QuietPlaceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { rulesRefusals } from './refusals.ts'

const readers = ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'] as const
const rulers = ['approver', 'administrator'] as const

const hours = z.object({ from: timeOfDayField, until: timeOfDayField })
const weekdays = z.array(z.int().min(1).max(7)).max(7).readonly()
/** Every rule cites the place in the unit's own regulation that sets it. */
const ruled = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, citation: lineOfText(500, { shortest: 1 }) }).nullable()

export const unitRulesSchema = z.object({
  unitId: id<UnitId>(),
  quietHours: ruled(z.array(hours).max(20).readonly()),
  broadcastWindows: ruled(z.array(hours.extend({ weekdays })).max(50).readonly()),
  silentDays: ruled(
    z.object({
      weekdays,
      days: z.array(dayField).max(400).readonly(),
      /** The days off of the approved calendar as well, those of years to come included. */
      publicHolidays: z.boolean().default(false),
    }),
  ),
  maximumSessionsPerDay: ruled(z.int().min(0).max(48)),
  minutesPerSession: ruled(z.int().min(1).max(1440)),
  maximumVolumeByHour: ruled(z.array(z.int().min(0).max(100)).length(24).readonly()),
})

export const selectionSchema = z.object({
  units: z.array(id<UnitId>()).max(2000).readonly(),
  groups: z.array(id<GroupId>()).max(500).readonly(),
  devices: z.array(id<DeviceId>()).max(5000).readonly(),
})

export const targetSchema = selectionSchema.extend({
  except: selectionSchema.default({ units: [], groups: [], devices: [] }),
})

export const quietPlaceFields = z.object({
  name: lineOfText(200, { shortest: 1 }),
  citation: lineOfText(500, { shortest: 1 }),
  target: targetSchema,
  around: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      radiusMetres: z.number().min(1).max(20_000),
    })
    .nullable(),
  periods: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('days'), from: dayField, until: dayField, weekdays, hours: hours.nullable() }),
        z.object({ kind: z.literal('span'), startsAt: instantField, endsAt: instantField }),
      ]),
    )
    .min(1)
    .max(100)
    .readonly(),
})

export const quietPlaceSchema = quietPlaceFields.extend({ id: id<QuietPlaceId>() })

const storedPlaceSchema = quietPlaceSchema.extend({ unitId: id<UnitId>(), version: z.int() })

/** The rules as a person drafts them: of which unit stands in the address. */
export const draftedRulesSchema = unitRulesSchema.omit({ unitId: true })

const tags = ['Quy chế phát']

export const rulesContract = {
  read: operation({ kind: 'role', anyOf: readers, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/rules', tags, summary: 'Quy chế phát thanh của đơn vị' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(
      z.object({
        version: z.int(),
        rules: unitRulesSchema.nullable(),
        /** Rules of the units above, from the root down: they hold as well. */
        above: z.array(unitRulesSchema),
        /** Of the unit and of those above it. */
        quietPlaces: z.array(storedPlaceSchema),
      }),
    ),
  save: operation({ kind: 'role', anyOf: rulers, unitOf: 'the unit of the rules' })
    .route({ method: 'PUT', path: '/units/{unitId}/rules', tags, summary: 'Ban hành quy chế phát thanh của đơn vị' })
    .input(
      z.object({
        unitId: id<UnitId>(),
        version: versionField,
        rules: draftedRulesSchema,
        /** The version of the past that this one brings back, for the trail. */
        restores: versionField.optional(),
      }),
    )
    .output(z.object({ version: z.int() }))
    .errors(errorsOf(rulesRefusals)),
  history: operation({ kind: 'role', anyOf: readers, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/rules/history', tags, summary: 'Các lần ban hành quy chế' })
    .input(pageRequest.extend({ unitId: id<UnitId>() }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          at: instantField,
          actorName: z.string(),
          /** What the unit had from then on; `version` is that of `after`. */
          version: z.int(),
          before: unitRulesSchema.nullable(),
          after: unitRulesSchema,
          restores: z.int().nullable(),
        }),
      ),
    ),
  addQuietPlace: operation({ kind: 'role', anyOf: [...rulers, 'operator'], unitOf: 'the unit of the place' })
    .route({ method: 'POST', path: '/units/{unitId}/quiet-places', tags, summary: 'Thêm nơi cần yên tĩnh' })
    .input(quietPlaceFields.extend({ unitId: id<UnitId>(), idempotencyKey: idempotencyKeyField.optional() }))
    .output(storedPlaceSchema)
    .errors(errorsOf(rulesRefusals)),
  changeQuietPlace: operation({ kind: 'role', anyOf: [...rulers, 'operator'], unitOf: 'the unit of the place' })
    .route({ method: 'PUT', path: '/quiet-places/{quietPlaceId}', tags, summary: 'Sửa nơi cần yên tĩnh' })
    .input(quietPlaceFields.extend({ quietPlaceId: id<QuietPlaceId>(), version: versionField }))
    .output(storedPlaceSchema)
    .errors(errorsOf(rulesRefusals)),
  removeQuietPlace: operation({ kind: 'role', anyOf: [...rulers, 'operator'], unitOf: 'the unit of the place' })
    .route({ method: 'DELETE', path: '/quiet-places/{quietPlaceId}', tags, summary: 'Bỏ nơi cần yên tĩnh' })
    .input(z.object({ quietPlaceId: id<QuietPlaceId>() }))
    .output(z.object({ removed: z.boolean() })),
}
