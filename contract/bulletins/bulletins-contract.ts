import { bulletinClasses, bulletinKinds, bulletinStates, readingRoles, topicIds } from '@nguon/domain/bulletins'
import {
  errorsOf,
  idempotencyKeyField,
  instantField,
  lineOfText,
  linesOfText,
  operation,
  pageOf,
  pageRequest,
} from '@nguon/contract/platform'
import { z } from 'zod'
import {
  bulletinContentField,
  bulletinDetailsField,
  bulletinIdField,
  bulletinRowField,
  bulletinVersionField,
  fieldChangeField,
  unitIdField,
  versionField,
  versionInAddress,
} from './bulletin-fields.ts'
import { bulletinRefusals } from './refusals.ts'

const tags = ['Tin']
const errors = errorsOf(bulletinRefusals)
const unitOf = 'the unit of the bulletin'

const reader = operation({ kind: 'role', anyOf: readingRoles, unitOf })
const writer = operation({ kind: 'role', anyOf: ['author', 'approver'], unitOf }).errors(errors)
const runner = operation({ kind: 'role', anyOf: ['author', 'approver', 'operator'], unitOf }).errors(errors)

/** The bulletin, and the version of it the caller has seen. */
const seen = z.object({ id: bulletinIdField, version: versionField })
const reason = linesOfText(2000, { shortest: 1 })
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')])

export const bulletinsContract = {
  list: reader
    .route({ method: 'GET', path: '/bulletins', tags, summary: 'Tìm và liệt kê tin' })
    .input(
      pageRequest.extend({
        /** Words with or without accents, or a document number. */
        search: lineOfText(200).optional(),
        topicId: z.enum(topicIds).optional(),
        state: z.enum(bulletinStates).optional(),
        class: z.enum(bulletinClasses).optional(),
        kind: z.enum(bulletinKinds).optional(),
        /** With everything below it, unless `onlyUnit`. */
        unitId: unitIdField.optional(),
        onlyUnit: flag.default(false),
        /** Last changed in `[from, until)`. */
        from: z.coerce.number().pipe(instantField).optional(),
        until: z.coerce.number().pipe(instantField).optional(),
        /** `best` needs a search; without one it is `newest`. */
        sort: z.enum(['best', 'newest', 'oldest', 'title']).default('best'),
      }),
    )
    .output(pageOf(bulletinRowField)),
  read: reader
    .route({ method: 'GET', path: '/bulletins/{id}', tags, summary: 'Một tin với bản hiện hành' })
    .input(z.object({ id: bulletinIdField }))
    .output(bulletinDetailsField),
  history: reader
    .route({ method: 'GET', path: '/bulletins/{id}/versions', tags, summary: 'Các bản của một tin, mới nhất trước' })
    .input(pageRequest.extend({ id: bulletinIdField }))
    .output(pageOf(bulletinVersionField.omit({ content: true }).extend({ title: z.string() }))),
  readVersion: reader
    .route({ method: 'GET', path: '/bulletins/{id}/versions/{number}', tags, summary: 'Một bản của tin' })
    .input(z.object({ id: bulletinIdField, number: versionInAddress }))
    .output(bulletinVersionField),
  compare: reader
    .route({ method: 'GET', path: '/bulletins/{id}/changes', tags, summary: 'Chỉ những gì đã đổi giữa hai bản' })
    .input(z.object({ id: bulletinIdField, from: versionInAddress, to: versionInAddress }))
    .output(z.object({ from: versionField, to: versionField, fields: z.array(fieldChangeField) })),
  create: writer
    .route({ method: 'POST', path: '/bulletins', tags, summary: 'Soạn tin mới', successStatus: 201 })
    .input(
      z.object({
        unitId: unitIdField,
        content: bulletinContentField,
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(bulletinDetailsField),
  edit: writer
    .route({ method: 'PUT', path: '/bulletins/{id}', tags, summary: 'Ghi một bản mới; tin trở về bản nháp' })
    .input(
      seen.extend({
        content: bulletinContentField,
        /** Needed when the bulletin is submitted, approved or published: it then has to be approved anew. */
        reopen: z.boolean().default(false),
      }),
    )
    .output(bulletinDetailsField),
  duplicate: writer
    .route({ method: 'POST', path: '/bulletins/{id}/copies', tags, summary: 'Nhân bản tin', successStatus: 201 })
    .input(
      z.object({
        id: bulletinIdField,
        /** Where the copy goes; without it, the unit of the original. */
        unitId: unitIdField.optional(),
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(bulletinDetailsField),
  submit: writer
    .route({ method: 'POST', path: '/bulletins/{id}/submit', tags, summary: 'Trình duyệt; bắt đầu tạo giọng đọc' })
    .input(seen)
    .output(bulletinDetailsField),
  recall: writer
    .route({ method: 'POST', path: '/bulletins/{id}/recall', tags, summary: 'Rút lại tin đang chờ duyệt' })
    .input(seen)
    .output(bulletinDetailsField),
  publish: runner
    .route({ method: 'POST', path: '/bulletins/{id}/publish', tags, summary: 'Phát hành tin đã duyệt' })
    .input(seen)
    .output(bulletinDetailsField),
  withdraw: runner
    .route({ method: 'POST', path: '/bulletins/{id}/withdraw', tags, summary: 'Thu hồi tin, kèm lý do' })
    .input(seen.extend({ reason }))
    .output(bulletinDetailsField),
}
