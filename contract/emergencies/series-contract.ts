import { errorsOf, id, idempotencyKeyField, lineOfText, operation, versionField } from '@nguon/contract/platform'
import { type DisasterSeriesId, emergencyReaders, emergencyWriters, hazardNames } from '@nguon/domain/emergencies'
import type { UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { disasterSeriesSchema } from './emergency-fields.ts'
import { emergencyRefusals } from './refusals.ts'

const tags = ['Phát khẩn cấp']
const refusals = errorsOf(emergencyRefusals)

export const seriesContract = {
  series: operation({ kind: 'role', anyOf: emergencyReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/disaster-series', tags, summary: 'Các đợt thiên tai, mới trước' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(z.array(disasterSeriesSchema)),
  openSeries: operation({ kind: 'role', anyOf: emergencyWriters, unitOf: 'the unit of the series' })
    .route({ method: 'POST', path: '/disaster-series', tags, summary: 'Mở một đợt thiên tai', successStatus: 201 })
    .input(
      z.object({
        unitId: id<UnitId>(),
        hazard: z.enum(hazardNames),
        /** "Bão số 13, tháng 11/2026". */
        name: lineOfText(200, { shortest: 1 }),
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(disasterSeriesSchema)
    .errors(refusals),
  closeSeries: operation({ kind: 'role', anyOf: emergencyWriters, unitOf: 'the unit of the series' })
    .route({ method: 'POST', path: '/disaster-series/{seriesId}/end', tags, summary: 'Kết thúc một đợt thiên tai' })
    .input(z.object({ seriesId: id<DisasterSeriesId>(), version: versionField }))
    .output(disasterSeriesSchema)
    .errors(refusals),
}
