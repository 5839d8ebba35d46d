export const yearFaultCodes = [
  'NOT_A_DAY',
  'NOT_A_LUNAR_DATE',
  'OTHER_YEAR',
  'DAY_TWICE',
  'DAYS_MISSING',
  'LUNAR_NOT_NEXT',
  'NAME_MISSING',
  'UNKNOWN_KIND',
  'ENDS_BEFORE_START',
  'TOO_MANY_DAYS',
  'NOT_ON_A_HOLIDAY',
] as const

/** What is wrong with a table of a year, row by row. */
export interface YearFault {
  /** Line of the file, counted from 1; null: of the table as a whole. */
  readonly line: number | null
  readonly code: (typeof yearFaultCodes)[number]
  /** What the sentence about it names: the cell, or days as `dd/MM/yyyy`. */
  readonly value: string
}

/** A line of the file under the columns it has. */
export interface YearRow<Column extends string> {
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}
