import { readingRoles, bulletinLanguageTags } from '@nguon/domain/bulletins'
import {
  bulletinDetailsField,
  bulletinIdField,
  bulletinRefusals,
  readingDecisionField,
  unitIdField,
  versionField,
} from '@nguon/contract/bulletins'
import { dictionaryKeepers, voiceSettingKeepers } from '@nguon/domain/voice'
import { errorsOf, lineOfText, operation, pageOf, pageRequest } from '@nguon/contract/platform'
import { z } from 'zod'
import { readingRefusals } from './reading-refusals.ts'
import { speechRefusals } from '@nguon/contract/speech'
import {
  dictionaryEntryField,
  dictionaryWordsField,
  readingField,
  renditionField,
  voiceSettingField,
} from './voice-fields.ts'

const tags = ['Giọng đọc']
const errors = errorsOf({ ...readingRefusals, ...speechRefusals, ...bulletinRefusals })
const ofBulletin = 'the unit of the bulletin'
const ofDictionary = 'the unit of the dictionary'

const reader = (unitOf: string) => operation({ kind: 'role', anyOf: readingRoles, unitOf }).errors(errors)
const writer = operation({ kind: 'role', anyOf: ['author', 'approver'], unitOf: ofBulletin }).errors(errors)
const keeper = operation({ kind: 'role', anyOf: dictionaryKeepers, unitOf: ofDictionary }).errors(errors)

const seen = z.object({ id: bulletinIdField, version: versionField })
const entry = dictionaryEntryField.pick({ id: true, version: true })

/** The sound of every language of the current version. */
const renditionsOutput = z.object({ version: versionField, renditions: z.array(renditionField) })

export const voiceContract = {
  voices: operation({ kind: 'self' })
    .route({ method: 'GET', path: '/voice/voices', tags, summary: 'Các giọng đọc dùng được trên máy chủ này' })
    .output(
      z.object({
        voices: z.array(
          z.object({
            /** `<engine>/<voice>`: what `voiceId` of a text takes. */
            id: z.string(),
            name: z.string(),
            engineName: z.string(),
            region: z.enum(['north', 'central', 'south']).nullable(),
            /** Taken when a text names none. */
            usual: z.boolean(),
          }),
        ),
      }),
    ),
  readText: reader('the unit whose dictionary is used')
    .route({ method: 'POST', path: '/voice/readings', tags, summary: 'Xem trước “đọc là” của một đoạn văn' })
    .input(
      z.object({
        unitId: unitIdField,
        text: z.string().max(101_000),
        readingDecisions: z.array(readingDecisionField).max(500).default([]),
      }),
    )
    .output(readingField),
  bulletinReadings: reader(ofBulletin)
    .route({ method: 'GET', path: '/bulletins/{id}/readings', tags, summary: '“Đọc là” của bản hiện hành' })
    .input(z.object({ id: bulletinIdField }))
    .output(
      z.object({
        version: versionField,
        readings: z.array(readingField.extend({ language: z.enum(bulletinLanguageTags) })),
      }),
    ),
  decideReading: writer
    .route({
      method: 'POST',
      path: '/bulletins/{id}/reading-decisions',
      tags,
      summary: 'Quyết định cách đọc các từ lạ: ghi một bản mới',
    })
    .input(
      seen.extend({
        decisions: z
          .array(readingDecisionField.extend({ language: z.enum(bulletinLanguageTags).default('vi') }))
          .max(500)
          .default([]),
        /** Spell everything that is still undecided letter by letter. */
        spellTheRest: z.boolean().default(false),
      }),
    )
    .output(bulletinDetailsField),
  renditions: reader(ofBulletin)
    .route({ method: 'GET', path: '/bulletins/{id}/renditions', tags, summary: 'Âm thanh của bản hiện hành' })
    .input(z.object({ id: bulletinIdField }))
    .output(renditionsOutput),
  render: writer
    .route({
      method: 'POST',
      path: '/bulletins/{id}/render',
      tags,
      summary: 'Tạo giọng đọc để nghe trước, hoặc tạo lại khi hỏng',
      successStatus: 202,
    })
    .input(seen)
    .output(renditionsOutput),
  setting: reader('the unit that decides')
    .route({ method: 'GET', path: '/voice/setting', tags, summary: 'Đơn vị có báo “giọng máy” cuối bản tin không' })
    .input(z.object({ unitId: unitIdField }))
    .output(voiceSettingField),
  keepSetting: operation({ kind: 'role', anyOf: voiceSettingKeepers, unitOf: 'the unit that decides' })
    .errors(errors)
    .route({ method: 'PUT', path: '/voice/setting', tags, summary: 'Đổi việc báo “giọng máy” cuối bản tin' })
    .input(voiceSettingField.pick({ unitId: true, spokenNotice: true, version: true }))
    .output(voiceSettingField),
  dictionary: reader(ofDictionary)
    .route({ method: 'GET', path: '/voice/dictionary', tags, summary: 'Từ điển phát âm của đơn vị và cấp trên' })
    .input(pageRequest.extend({ unitId: unitIdField, search: lineOfText(200).optional() }))
    .output(pageOf(dictionaryEntryField)),
  addEntry: keeper
    .route({ method: 'POST', path: '/voice/dictionary', tags, summary: 'Thêm một từ', successStatus: 201 })
    .input(dictionaryWordsField.extend({ unitId: unitIdField }))
    .output(dictionaryEntryField),
  changeEntry: keeper
    .route({ method: 'PUT', path: '/voice/dictionary/{id}', tags, summary: 'Sửa một từ' })
    .input(dictionaryWordsField.extend(entry.shape))
    .output(dictionaryEntryField),
  removeEntry: keeper
    .route({ method: 'DELETE', path: '/voice/dictionary/{id}', tags, summary: 'Bỏ một từ' })
    .input(entry)
    .output(z.object({})),
}
