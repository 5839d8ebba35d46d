import { mediaKeepers, mediaKinds, mediaReaders, mediaSources } from '@nguon/domain/media'
import type { UnitId } from '@nguon/domain/platform'
import {
  errorsOf,
  id,
  lineOfText,
  operation,
  pageOf,
  pageRequest,
  sha256Field,
  versionField,
} from '@nguon/contract/platform'
import { z } from 'zod'
import { mediaItemField, mediaItemIdField, mediaWordsField, soundCutField } from './media-fields.ts'
import { libraryRefusals } from './library-refusals.ts'

const tags = ['Thư viện']
const unitOf = 'the unit of the library'
const errors = errorsOf(libraryRefusals)

const reader = operation({ kind: 'role', anyOf: mediaReaders, unitOf }).errors(errors)
const keeper = operation({ kind: 'role', anyOf: mediaKeepers, unitOf }).errors(errors)

/**
 * Files come in by the tus 1.0 protocol at `/media/uploads`, resumable, and are then registered here by the id of the
 * upload: the last part of its address. They go out at `/media/<sha256>`, a sound as through a horn at `/media/<sha256>/horn`.
 */
export const mediaContract = {
  list: reader
    .route({ method: 'GET', path: '/media', tags, summary: 'Tệp trong thư viện, mới nhất trước' })
    .input(
      pageRequest.extend({
        unitId: id<UnitId>(),
        kind: z.enum(mediaKinds).optional(),
        /** Only what a bulletin can take: a sound to be heard in it, or a file that goes with it. */
        usableAs: z.enum(['sound', 'attachment']).optional(),
        search: lineOfText(200).optional(),
        sha256: sha256Field.optional(),
      }),
    )
    .output(pageOf(mediaItemField.omit({ waveform: true }))),
  read: reader
    .route({ method: 'GET', path: '/media/{id}', tags, summary: 'Một tệp và tình trạng xử lý' })
    .input(z.object({ id: mediaItemIdField }))
    .output(mediaItemField),
  register: keeper
    .route({ method: 'POST', path: '/media', tags, summary: 'Đưa tệp đã tải lên vào thư viện', successStatus: 202 })
    .input(
      mediaWordsField.extend({
        uploadId: z
          .string()
          .regex(/^[0-9a-f]{32}$/)
          .meta({
            description:
              'Phần cuối của địa chỉ tải lên (tus) đã xong. / Last part of the address of a finished upload (tus).',
            examples: ['5d41402abc4b2a76b9719d911017c592'],
          }),
        unitId: id<UnitId>(),
        kind: z.enum(mediaKinds),
        source: z.enum(mediaSources).default('upload'),
        cut: soundCutField.default({}),
      }),
    )
    .output(mediaItemField),
  edit: keeper
    .route({ method: 'PUT', path: '/media/{id}', tags, summary: 'Sửa tên, người đọc, dòng nhuận bút' })
    .input(mediaWordsField.extend({ id: mediaItemIdField, version: versionField }))
    .output(mediaItemField),
}
