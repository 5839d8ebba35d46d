import type { UnitId } from '@nguon/domain/platform'
import { importColumns } from '@nguon/domain/territory'
import { z } from 'zod'
import { dayField, id } from '@nguon/contract/platform'
import { legalActSchema } from './unit.ts'

/** Bytes of a file of units. */
export const unitFileLimit = 5 * 1024 * 1024

/** Rows of a file of units. */
export const unitRowLimit = 50_000

/** Body of an import: the file in base64 and what surrounds it. */
export const unitFileBodyLimit = Math.ceil(unitFileLimit / 3) * 4 + 10_000

export const importUnitsInput = z.object({
  /** The bytes of the file in base64: UTF-8, or UTF-16 as Excel's "Unicode text"; semicolons, commas or tabs. */
  file: z.string().max(Math.ceil(unitFileLimit / 3) * 4),
  /** The day from which the file holds; without it, today. */
  day: dayField.optional(),
  legalAct: legalActSchema.nullable().default(null),
  /** True: say what would happen and write nothing. */
  dryRun: z.boolean(),
})

export const importUnitsOutput = z.object({
  committed: z.boolean(),
  counts: z.object({ added: z.int(), renewed: z.int(), corrected: z.int(), unchanged: z.int() }),
  /** The rows that change something, at most the first 1,000. */
  rows: z.array(
    z.object({
      line: z.int(),
      outcome: z.enum(['added', 'renewed', 'corrected']),
      unitId: id<UnitId>(),
      code: z.string(),
      title: z.string(),
      /** The name until then, when it changes. */
      formerTitle: z.string().nullable(),
    }),
  ),
  /** At most the first 1,000. */
  faults: z.array(
    z.object({
      line: z.int().nullable(),
      column: z.enum(importColumns).nullable(),
      code: z.string(),
      sentence: z.string(),
      tolerated: z.boolean(),
    }),
  ),
  faultCount: z.int(),
  /** Headings that are none of ours; their columns were not read. */
  ignoredColumns: z.array(z.string()),
})
