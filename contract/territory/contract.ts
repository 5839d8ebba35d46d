import type { UnitId } from '@nguon/domain/platform'
import { unitEditors, unitReaders } from '@nguon/domain/territory'
import { z } from 'zod'
import {
  dayField,
  errorsOf,
  id,
  idempotencyKeyField,
  lineOfText,
  operation,
  versionField,
} from '@nguon/contract/platform'
import { importUnitsInput, importUnitsOutput } from './import.ts'
import { territoryRefusals } from './refusals.ts'
import {
  householdsField,
  legalActSchema,
  levelField,
  placeSchema,
  successionSchema,
  unitNameSchema,
  unitVersionSchema,
} from './unit.ts'
import { unitFaults } from './unit-faults.ts'

const reading = operation({ kind: 'role', anyOf: unitReaders, unitOf: 'the unit that is read' })
const editing = operation({ kind: 'role', anyOf: unitEditors, unitOf: 'the unit above the one that is edited' }).errors(
  errorsOf(unitFaults),
)

const tags = ['Địa bàn']
const unitId = id<UnitId>()
const revision = versionField
const name = lineOfText(100, { shortest: 1 })
const kind = lineOfText(50)

const changedUnit = z.object({ unit: unitVersionSchema, revision })

export const territoryContract = {
  readTree: reading
    .route({
      method: 'GET',
      path: '/territory/tree',
      tags,
      summary: 'Đơn vị của mình và các đơn vị cấp dưới, vào một ngày',
    })
    .input(z.object({ day: dayField.optional() }))
    .output(
      z.object({
        day: dayField,
        units: z.array(unitVersionSchema),
        /** The units above, for whole names. */
        above: z.array(unitNameSchema),
        /** Units that have ended there, as they last were: older bulletins and trails still name them. */
        former: z.array(unitVersionSchema),
      }),
    ),

  findUnits: reading
    .route({
      method: 'GET',
      path: '/territory/units',
      tags,
      summary: 'Tìm đơn vị theo tên, có dấu hay không dấu, hoặc theo mã',
    })
    .input(
      z.object({
        text: lineOfText(100).default(''),
        level: levelField.optional(),
        day: dayField.optional(),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
    )
    .output(
      z.object({
        units: z.array(unitVersionSchema.extend({ fullName: z.string() })),
        /** True when there are others; a longer text finds them. */
        more: z.boolean(),
      }),
    ),

  readUnit: reading
    .route({ method: 'GET', path: '/territory/units/{unitId}', tags, summary: 'Một đơn vị và lịch sử của đơn vị' })
    .input(z.object({ unitId, day: dayField.optional() }))
    .output(
      changedUnit.extend({
        fullName: z.string(),
        /** From the root down to the unit itself. */
        path: z.array(unitNameSchema),
        /** Every version, oldest first. */
        history: z.array(unitVersionSchema),
        successions: z.array(successionSchema),
      }),
    ),

  addUnit: editing
    .route({
      method: 'POST',
      path: '/territory/units',
      tags,
      summary: 'Thêm một đơn vị dưới đơn vị khác',
      successStatus: 201,
    })
    .input(
      z.object({
        idempotencyKey: idempotencyKeyField.optional(),
        parentId: unitId,
        level: levelField,
        kind,
        name,
        /** Only a village may come without: it gets the next one of its commune. */
        code: lineOfText(20).nullable().default(null),
        households: householdsField.nullable().default(null),
        place: placeSchema.nullable().default(null),
        validFrom: dayField.optional(),
        legalAct: legalActSchema.nullable().default(null),
      }),
    )
    .output(changedUnit),

  renameUnit: editing
    .route({
      method: 'POST',
      path: '/territory/units/{unitId}/rename',
      tags,
      summary: 'Đổi tên từ một ngày, theo văn bản pháp lý',
    })
    .errors(errorsOf(territoryRefusals))
    .input(z.object({ unitId, revision, kind, name, validFrom: dayField, legalAct: legalActSchema }))
    .output(changedUnit),

  moveUnit: editing
    .route({
      method: 'POST',
      path: '/territory/units/{unitId}/move',
      tags,
      summary: 'Chuyển sang đơn vị cấp trên khác từ một ngày, theo văn bản pháp lý',
    })
    .errors(errorsOf(territoryRefusals))
    .input(z.object({ unitId, revision, parentId: unitId, validFrom: dayField, legalAct: legalActSchema }))
    .output(changedUnit),

  endUnit: editing
    .route({
      method: 'POST',
      path: '/territory/units/{unitId}/end',
      tags,
      summary: 'Kết thúc một đơn vị từ một ngày, theo văn bản pháp lý',
    })
    .errors(errorsOf(territoryRefusals))
    .input(
      z.object({
        unitId,
        revision,
        /** The first day on which it is no longer there. */
        endsOn: dayField,
        legalAct: legalActSchema,
        /** The unit it goes on in. */
        successorId: unitId.nullable().default(null),
      }),
    )
    .output(changedUnit),

  correctUnit: editing
    .route({ method: 'PUT', path: '/territory/units/{unitId}', tags, summary: 'Sửa thông tin nhập sai' })
    .input(
      z.object({
        unitId,
        revision,
        kind,
        name,
        /** Left out: as it is. */
        households: householdsField.optional(),
        place: placeSchema.optional(),
      }),
    )
    .output(changedUnit),

  importUnits: editing
    .route({ method: 'POST', path: '/territory/import', tags, summary: 'Nhập bảng đơn vị, hoặc chạy thử' })
    .errors(errorsOf(territoryRefusals))
    .input(importUnitsInput)
    .output(importUnitsOutput),

  exportUnits: reading
    .route({
      method: 'GET',
      path: '/territory/export',
      tags,
      summary: 'Xuất một đơn vị và cấp dưới thành bảng để nhập lại',
    })
    .input(z.object({ unitId, day: dayField.optional() }))
    .output(z.object({ fileName: z.string(), /** CSV with a byte order mark, for Excel. */ content: z.string() })),
}
