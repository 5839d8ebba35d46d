import {
  errorsOf,
  id,
  idempotencyKeyField,
  lineOfText,
  operation,
  pageOf,
  pageRequest,
  versionField,
} from '@nguon/contract/platform'
import {
  type DisasterSeriesId,
  emergencyConfirmers,
  emergencyReaders,
  emergencyStoppers,
  emergencyTypes,
  emergencyWriters,
  hazardNames,
  sirenPatterns,
} from '@nguon/domain/emergencies'
import type { UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { dutyContract } from './duty-contract.ts'
import {
  emergencyContentFields,
  emergencyDeviceSchema,
  emergencyIdField,
  emergencyTypeField,
  listedEmergencySchema,
  shownEmergencySchema,
} from './emergency-fields.ts'
import { emergencyRefusals } from './refusals.ts'
import { seriesContract } from './series-contract.ts'

const tags = ['Phát khẩn cấp']
const refusals = errorsOf(emergencyRefusals)
const inUnit = 'the unit of the emergency, or one above it'
const reading = (unitOf: string) => operation({ kind: 'role', anyOf: emergencyReaders, unitOf })
const writing = (unitOf = inUnit) => operation({ kind: 'role', anyOf: emergencyWriters, unitOf }).errors(refusals)
const stopping = operation({ kind: 'role', anyOf: emergencyStoppers, unitOf: inUnit }).errors(refusals)

/** Which message, as which type and at which version the caller saw it. */
const seen = { emergencyId: emergencyIdField, type: emergencyTypeField, version: versionField }

const fresh = z.object({
  unitId: id<UnitId>(),
  ...emergencyContentFields,
  seriesId: id<DisasterSeriesId>().nullable().default(null),
  idempotencyKey: idempotencyKeyField.optional(),
})

const reason = lineOfText(500, { shortest: 1 })

export const emergenciesContract = {
  templates: reading('the unit asked for')
    .route({ method: 'GET', path: '/units/{unitId}/emergency-templates', tags, summary: 'Mẫu bản tin khẩn cấp' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          purpose: z.enum(['alert', 'allClear']),
          hazard: z.enum(hazardNames),
          siren: z.enum(sirenPatterns),
          headline: z.string(),
          body: z.string(),
          rounds: z.int(),
          validMinutes: z.int(),
        }),
      ),
    ),
  lastArea: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/units/{unitId}/emergency-area',
      tags,
      summary: 'Các thôn, xã đã chọn ở lần báo động gần nhất, trước hết cùng loại thiên tai',
    })
    .input(z.object({ unitId: id<UnitId>(), hazard: z.enum(hazardNames).optional() }))
    .output(z.object({ unitIds: z.array(id<UnitId>()).readonly() })),
  list: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/emergencies',
      tags,
      summary: 'Bản tin khẩn cấp hoặc diễn tập của một đơn vị và các đơn vị dưới, mới trước',
    })
    .input(
      pageRequest.extend({
        unitId: id<UnitId>(),
        type: z.enum(emergencyTypes).default('emergency'),
        /** Only those being written, waiting or on the air. */
        open: z
          .enum(['true', 'false'])
          .default('false')
          .transform(text => text === 'true'),
      }),
    )
    .output(pageOf(listedEmergencySchema)),
  read: reading(inUnit)
    .route({ method: 'GET', path: '/emergencies/{emergencyId}', tags, summary: 'Một bản tin khẩn cấp hoặc diễn tập' })
    .input(z.object({ emergencyId: emergencyIdField }))
    .output(shownEmergencySchema),
  devices: reading(inUnit)
    .route({
      method: 'GET',
      path: '/emergencies/{emergencyId}/devices',
      tags,
      summary: 'Từng cụm loa: đã nhận, đã tải về, đang phát, đã phát, có tiếng, im và vì sao',
    })
    .input(z.object({ emergencyId: emergencyIdField }))
    .output(z.object({ devices: z.array(emergencyDeviceSchema).readonly() })),
  create: writing('the unit whose emergency it is')
    .route({ method: 'POST', path: '/emergencies', tags, summary: 'Soạn một bản tin khẩn cấp', successStatus: 201 })
    .input(fresh)
    .output(shownEmergencySchema),
  createDrill: writing('the unit whose drill it is')
    .route({ method: 'POST', path: '/drills', tags, summary: 'Soạn một cuộc diễn tập', successStatus: 201 })
    .input(fresh.omit({ siren: true, seriesId: true }))
    .output(shownEmergencySchema),
  update: writing()
    .route({ method: 'PUT', path: '/emergencies/{emergencyId}', tags, summary: 'Sửa khi chưa xác nhận' })
    .input(z.object({ ...seen, ...emergencyContentFields }))
    .output(shownEmergencySchema),
  discard: writing()
    .route({ method: 'POST', path: '/emergencies/{emergencyId}/discard', tags, summary: 'Bỏ khi chưa phát' })
    .input(z.object(seen))
    .output(shownEmergencySchema),
  ask: writing()
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/request',
      tags,
      summary: 'Gửi người thứ hai xác nhận; âm thanh được tạo và tải trước trong lúc chờ',
    })
    .input(z.object(seen))
    .output(shownEmergencySchema),
  confirm: operation({ kind: 'role', anyOf: emergencyConfirmers, unitOf: inUnit })
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/confirmation',
      tags,
      summary: 'Người thứ hai xác nhận; loa phát ngay',
    })
    .input(z.object(seen))
    .output(shownEmergencySchema)
    .errors(refusals),
  return: operation({ kind: 'role', anyOf: emergencyConfirmers, unitOf: inUnit })
    .route({ method: 'POST', path: '/emergencies/{emergencyId}/return', tags, summary: 'Trả lại người soạn' })
    .input(z.object({ ...seen, reason }))
    .output(shownEmergencySchema)
    .errors(refusals),
  breakGlass: operation({ kind: 'role', anyOf: ['operator', 'approver'], unitOf: inUnit })
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/break-glass',
      tags,
      summary: 'Phát một mình khi hết giờ chờ người thứ hai; ghi nhật ký',
    })
    .input(z.object({ ...seen, reason }))
    .output(shownEmergencySchema)
    .errors(refusals),
  cancel: stopping
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/cancellation',
      tags,
      summary: 'Dừng ngay trên đúng các loa đã gửi, không phát gì thêm',
    })
    .input(z.object({ ...seen, reason }))
    .output(shownEmergencySchema),
  correct: stopping
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/correction',
      tags,
      summary: 'Đính chính bằng lời soạn sẵn, phát ngay trên đúng các loa đã gửi',
    })
    .input(z.object({ ...seen, reason }))
    .output(shownEmergencySchema),
  follow: writing()
    .route({
      method: 'POST',
      path: '/emergencies/{emergencyId}/messages',
      tags,
      summary: 'Soạn tin tiếp theo hoặc tin kết thúc (báo yên) trên đúng các loa đã gửi; vẫn cần người thứ hai',
      successStatus: 201,
    })
    .input(
      z.object({
        emergencyId: emergencyIdField,
        type: emergencyTypeField,
        purpose: z.enum(['update', 'allClear']),
        ...z.object(emergencyContentFields).omit({ area: true }).shape,
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(shownEmergencySchema),
  ...seriesContract,
  ...dutyContract,
}
