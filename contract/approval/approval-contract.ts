import {
  bulletinDetailsField,
  bulletinIdField,
  bulletinRefusals,
  bulletinRowField,
  fieldChangeField,
  unitIdField,
  versionField,
} from '@nguon/contract/bulletins'
import { readingRoles } from '@nguon/domain/bulletins'
import {
  contentHashField,
  errorsOf,
  linesOfText,
  operation,
  pageOf,
  pageRequest,
  sha256Field,
} from '@nguon/contract/platform'
import { z } from 'zod'
import { approvalField, approvalLimitsField, paperSheetField, soundingField } from './approval-fields.ts'
import { approvalRefusals } from './refusals.ts'

const tags = ['Duyệt']
const unitOf = 'the unit of the bulletin'
const errors = errorsOf({ ...approvalRefusals, ...bulletinRefusals })

const decider = operation({ kind: 'role', anyOf: ['approver'], unitOf }).errors(errors)
const reader = operation({ kind: 'role', anyOf: readingRoles, unitOf }).errors(errors)

const seen = z.object({ id: bulletinIdField, version: versionField })

export const decidedField = z.object({ bulletin: bulletinDetailsField, approval: approvalField })

export const approvalContract = {
  review: reader
    .route({ method: 'GET', path: '/bulletins/{id}/review', tags, summary: 'Mọi điều cần xem trước khi duyệt' })
    .input(z.object({ id: bulletinIdField }))
    .output(
      z.object({
        bulletin: bulletinDetailsField,
        /** What each language sounds like, where it is ready; the hash covers exactly these. */
        soundings: z.array(soundingField),
        /** Null when everything that sounds is ready. */
        waitingFor: z.string().nullable(),
        /** Limits to start from: the unit itself, from now to the end of validity. */
        suggestedLimits: approvalLimitsField,
        /** Changes since the version that was approved last; null when none was. */
        changedSince: z.object({ version: versionField, fields: z.array(fieldChangeField) }).nullable(),
        /** Newest first. */
        decisions: z.array(approvalField),
      }),
    ),
  waiting: decider
    .route({ method: 'GET', path: '/approvals/waiting', tags, summary: 'Tin đang chờ tôi duyệt, lâu nhất trước' })
    .input(pageRequest)
    .output(pageOf(bulletinRowField)),
  list: operation({ kind: 'role', anyOf: readingRoles, unitOf: 'the unit asked for' })
    .route({
      method: 'GET',
      path: '/units/{unitId}/approvals',
      tags,
      summary: 'Các quyết định duyệt của đơn vị và cấp dưới, kèm số lượng trong 30 ngày',
    })
    .input(
      pageRequest.extend({
        unitId: unitIdField,
        /** Only those signed on paper. */
        onPaper: z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')]).default(false),
      }),
    )
    .output(
      pageOf(approvalField.extend({ title: z.string(), unitId: unitIdField })).extend({
        /** Of the last 30 days; those on paper are among the approved. */
        counts: z.object({ approved: z.int(), onPaper: z.int(), returned: z.int() }),
      }),
    ),
  approve: decider
    .route({ method: 'POST', path: '/bulletins/{id}/approve', tags, summary: 'Duyệt nội dung trong giới hạn' })
    .input(
      seen.extend({
        /** Left out: as suggested by the review. */
        limits: approvalLimitsField.optional(),
        remark: linesOfText(2000).optional(),
        /** The audio the review offered, in its order: when another one would be approved, it is refused. */
        offered: z.array(sha256Field).max(20).optional(),
        /** What of it was played to its end. When it sounds otherwise by now, that is refused; the trail keeps how much. */
        heard: z.array(sha256Field).max(20).optional(),
        /** False keeps it approved until someone publishes it. */
        publish: z.boolean().default(true),
      }),
    )
    .output(decidedField),
  return: decider
    .route({ method: 'POST', path: '/bulletins/{id}/return', tags, summary: 'Trả lại, kèm lý do' })
    .input(seen.extend({ reason: linesOfText(2000, { shortest: 1 }) }))
    .output(decidedField),
  enterPaperApproval: operation({ kind: 'role', anyOf: ['approver', 'author', 'operator'], unitOf })
    .errors(errors)
    .route({ method: 'POST', path: '/bulletins/{id}/paper-approval', tags, summary: 'Nhập phiếu duyệt giấy đã ký' })
    .input(
      seen.extend({
        limits: approvalLimitsField.optional(),
        paper: paperSheetField,
        publish: z.boolean().default(true),
      }),
    )
    .output(decidedField),
  check: reader
    .route({ method: 'GET', path: '/bulletins/{id}/approval', tags, summary: 'Quyết định duyệt đang có hiệu lực' })
    .input(z.object({ id: bulletinIdField }))
    .output(z.object({ approval: approvalField.nullable(), contentHash: contentHashField.nullable() })),
}
