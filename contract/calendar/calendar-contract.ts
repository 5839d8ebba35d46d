import { dayField, errorsOf, id, instantField, lineOfText, operation, versionField } from '@nguon/contract/platform'
import { calendarKeepers, calendarKinds, calendarReaders, offKinds, yearFaultCodes } from '@nguon/domain/calendar'
import type { UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { calendarRefusals } from './refusals.ts'

const tags = ['Lịch âm và ngày nghỉ lễ']
const reading = operation({ kind: 'role', anyOf: calendarReaders, unitOf: 'the unit asked for' })
const unitId = id<UnitId>()
const kind = z.enum(calendarKinds)
const yearField = z.coerce.number().int().min(2000).max(2999)

/** The document that approves the data. */
export const calendarSourceSchema = z.object({
  number: lineOfText(100, { shortest: 1 }),
  day: dayField,
  issuer: lineOfText(200, { shortest: 1 }),
})

const lunarSchema = z.object({
  lunarDay: z.int(),
  lunarMonth: z.int(),
  leapMonth: z.boolean(),
  lunarYear: z.int(),
})
const offSchema = z.object({ kind: z.enum(offKinds), name: z.string() })

/** What tells a year at a glance, to be compared with its document: first days of lunar months, or the days off. */
const landmarksSchema = z.array(
  z.object({ day: dayField, until: dayField, lunar: lunarSchema.nullable(), off: offSchema.nullable() }),
)

export const importYearInput = z.object({
  unitId,
  kind,
  year: yearField,
  /** The version seen; 0 when there is none yet. */
  version: versionField,
  source: calendarSourceSchema,
  /** CSV: semicolons, commas or tabs, with a line of headings. */
  table: z.string().max(100_000),
  /** True: say what would happen and write nothing. */
  dryRun: z.boolean(),
})

export const importYearOutput = z.object({
  committed: z.boolean(),
  version: z.int(),
  dayCount: z.int(),
  /** Days that another value holds for now, when the year is replaced. */
  changedDays: z.array(dayField),
  landmarks: landmarksSchema,
  /** At most the first 200. */
  faults: z.array(z.object({ line: z.int().nullable(), code: z.enum(yearFaultCodes), sentence: z.string() })),
  faultCount: z.int(),
})

export const calendarContract = {
  readDays: reading
    .route({ method: 'GET', path: '/units/{unitId}/calendar', tags, summary: 'Ngày âm và ngày nghỉ lễ theo ngày' })
    .input(z.object({ unitId, from: dayField, days: z.coerce.number().int().min(1).max(62).default(7) }))
    .output(
      z.object({
        /** One for each day asked for, in order. */
        days: z.array(z.object({ day: dayField, lunar: lunarSchema.nullable(), off: offSchema.nullable() })),
      }),
    ),
  readYears: reading
    .route({
      method: 'GET',
      path: '/units/{unitId}/calendar/years',
      tags,
      summary: 'Các năm đã có ngày âm, ngày nghỉ lễ và văn bản làm căn cứ',
    })
    .input(z.object({ unitId }))
    .output(
      z.object({
        /** The unit that enters the calendar for here: as a rule the province. */
        keeperId: unitId,
        years: z.array(
          z.object({
            /** Who entered it: the keeper or a unit above it. */
            unitId,
            kind,
            year: z.int(),
            version: z.int(),
            source: calendarSourceSchema,
            savedAt: instantField,
            /** Days in the table. */
            dayCount: z.int(),
          }),
        ),
        /** This year and the next two, where they have no data. */
        missing: z.array(z.object({ kind, year: z.int() })),
      }),
    ),
  readYear: reading
    .route({
      method: 'GET',
      path: '/units/{unitId}/calendar/{kind}/{year}',
      tags,
      summary: 'Bảng của một năm, để xem và sửa lại',
    })
    .input(z.object({ unitId, kind, year: yearField }))
    .output(
      z.object({
        version: z.int(),
        source: calendarSourceSchema,
        /** CSV with a byte order mark, for Excel; `importYear` takes it again. */
        table: z.string(),
        landmarks: landmarksSchema,
      }),
    ),
  importYear: operation({
    kind: 'role',
    anyOf: calendarKeepers,
    unitOf: 'the unit that keeps the calendar: a province',
  })
    .route({
      method: 'PUT',
      path: '/units/{unitId}/calendar/{kind}/{year}',
      tags,
      summary: 'Nhập hoặc thay bảng của một năm, hoặc chạy thử',
    })
    .input(importYearInput)
    .output(importYearOutput)
    .errors(errorsOf(calendarRefusals)),
}
