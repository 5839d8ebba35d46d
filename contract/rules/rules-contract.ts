import {
  dayField,
  errorsOf,
  id,
  instantField,
  operation,
  timeOfDayField,
  lineOfText,
  versionField,
} from '@nguon/contract/platform'
import type { DeviceId, GroupId, QuietPlaceId, UnitId } from '@nguon/domain/platform'
import { ruleNames } from '@nguon/domain/rules'
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
  silentDays: ruled(z.object({ weekdays, days: z.array(dayField).max(400).readonly() })),
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

const quietPlaceFields = z.object({
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
        quietPlaces: z.array(quietPlaceSchema),
      }),
    ),
  save: operation({ kind: 'role', anyOf: rulers, unitOf: 'the unit of the rules' })
    .route({ method: 'PUT', path: '/units/{unitId}/rules', tags, summary: 'Ban hành quy chế phát thanh của đơn vị' })
    .input(z.object({ unitId: id<UnitId>(), version: versionField, rules: unitRulesSchema.omit({ unitId: true }) }))
    .output(z.object({ version: z.int(), withoutEffect: z.array(z.enum(ruleNames)) }))
    .errors(errorsOf(rulesRefusals)),
  addQuietPlace: operation({ kind: 'role', anyOf: [...rulers, 'operator'], unitOf: 'the unit of the place' })
    .route({ method: 'POST', path: '/units/{unitId}/quiet-places', tags, summary: 'Thêm nơi cần yên tĩnh' })
    .input(quietPlaceFields.extend({ unitId: id<UnitId>() }))
    .output(quietPlaceSchema),
  removeQuietPlace: operation({ kind: 'role', anyOf: [...rulers, 'operator'], unitOf: 'the unit of the place' })
    .route({ method: 'DELETE', path: '/quiet-places/{quietPlaceId}', tags, summary: 'Bỏ nơi cần yên tĩnh' })
    .input(z.object({ quietPlaceId: id<QuietPlaceId>() }))
    .output(z.object({ removed: z.boolean() })),
}
