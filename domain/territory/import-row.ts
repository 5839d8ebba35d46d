import { foldVietnamese } from '@nguon/domain/platform'
import { type Level, levelNamed, levelOfCode, levelRules } from './level.ts'
import type { Place } from './unit.ts'
import { kindNamed, splitTitle, tidyName } from './unit-name.ts'

/** The columns of the territory's table, in the order in which it is exported. */
export const importColumns = [
  'code',
  'kind',
  'name',
  'level',
  'parentCode',
  'households',
  'latitude',
  'longitude',
] as const

export type ImportColumn = (typeof importColumns)[number]

/** The heading of each column: what an export writes first, then what an import also understands. */
export const columnHeadings: Readonly<Record<ImportColumn, readonly string[]>> = {
  code: ['Mã', 'Mã đơn vị', 'Mã số', 'Code'],
  kind: ['Loại', 'Loại hình', 'Kind', 'Type'],
  name: ['Tên', 'Tên đơn vị', 'Tên đơn vị hành chính', 'Name'],
  level: ['Cấp', 'Level'],
  parentCode: ['Mã cấp trên', 'Mã đơn vị cấp trên', 'Mã cha', 'Parent code', 'Parent'],
  households: ['Số hộ', 'Households'],
  latitude: ['Vĩ độ', 'Latitude'],
  longitude: ['Kinh độ', 'Longitude'],
}

/** One line of the file after its heading; `line` counts from 1 with the heading, as a spreadsheet shows it. */
export interface ImportRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>
}

export type RowFaultCode =
  | 'CODE_MISSING'
  | 'CODE_FILLED_UP'
  | 'CODE_UNREADABLE'
  | 'LEVEL_UNKNOWN'
  | 'NAME_UNREADABLE'
  | 'KIND_UNREADABLE'
  | 'HOUSEHOLDS_UNREADABLE'
  | 'PLACE_UNREADABLE'

export interface RowFault {
  readonly line: number
  readonly column: ImportColumn
  readonly code: RowFaultCode
  /** The cell as it came, cut to 100 characters. */
  readonly value: string
}

/** A row as understood. Null: the cell is empty or its column is not in the file, so nothing is said about it. */
export interface UnitDraft {
  readonly line: number
  readonly level: Level
  readonly code: string | null
  readonly kind: string
  readonly name: string
  readonly parentCode: string | null
  readonly households: number | null
  readonly place: Place | null
}

/** Reads one row by itself. Without a draft the row cannot be used; faults may come with a draft, as warnings. */
export function readImportRow({ line, cells }: ImportRow): { draft: UnitDraft | null; faults: RowFault[] } {
  const faults: RowFault[] = []
  const cell = (column: ImportColumn) => tidyName(cells[column] ?? '')
  const report = (column: ImportColumn, code: RowFaultCode) =>
    faults.push({ line, column, code, value: cell(column).slice(0, 100) })

  const level = cell('level') === '' ? levelOfCode(cell('code')) : levelNamed(cell('level'))
  if (level === null) {
    report(cell('level') === '' ? 'code' : 'level', cell('level') === '' ? 'CODE_UNREADABLE' : 'LEVEL_UNKNOWN')
    return { draft: null, faults }
  }
  const rule = levelRules[level]
  const code = codeIn(cell('code'), rule.codeDigits)
  if (code !== cell('code')) report('code', 'CODE_FILLED_UP')
  if (code === '' && rule.codeDigits !== null) report('code', 'CODE_MISSING')
  else if (code !== '' && !rule.code.test(code)) report('code', 'CODE_UNREADABLE')

  const kind = cell('kind') === '' ? '' : kindNamed(cell('kind'), level)
  if (kind === null) report('kind', 'KIND_UNREADABLE')
  const split = splitTitle(cell('name'), level)
  const named = kind === '' || kind === null || kind === split.kind ? split : { kind, name: cell('name') }
  if (named.name === '' || named.name.length > 100) report('name', 'NAME_UNREADABLE')
  else if (kind !== null && named.kind === '' && !rule.kindOptional) report('kind', 'KIND_UNREADABLE')

  const households = wholeNumber(cell('households'))
  if (Number.isNaN(households)) report('households', 'HOUSEHOLDS_UNREADABLE')
  const place = placeIn(cell('latitude'), cell('longitude'))
  if (place === 'unreadable') report('latitude', 'PLACE_UNREADABLE')

  if (faults.some(fault => fault.code !== 'CODE_FILLED_UP') || place === 'unreadable') return { draft: null, faults }
  // Under several levels a short number could be the code of either, so it stays as it came.
  const parentDigits = rule.parents.length === 1 && rule.parents[0] ? levelRules[rule.parents[0]].codeDigits : null
  const parentCode = codeIn(cell('parentCode'), parentDigits) || null
  return { draft: { line, level, code: code || null, ...named, parentCode, households, place }, faults }
}

/** Spreadsheets cut the zeros before a number: "4" in a column of commune codes was "00004". */
function codeIn(text: string, digits: number | null): string {
  const upper = text.toUpperCase()
  return digits !== null && /^\d+$/.test(upper) ? upper.padStart(digits, '0') : upper
}

/** "1.234" and "1234" are the same number of households; null when empty, NaN when unreadable. */
function wholeNumber(text: string): number | null {
  if (text === '') return null
  return /^(\d{1,8}|\d{1,3}(\.\d{3}){1,2})$/.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN
}

/** Land, islands and sea of Việt Nam, with Hoàng Sa and Trường Sa; outside of it the two columns are usually swapped. */
function placeIn(latitude: string, longitude: string): Place | null | 'unreadable' {
  if (latitude === '' && longitude === '') return null
  const [north, east] = [latitude, longitude].map(text =>
    /^\d{1,3}([.,]\d{1,8})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN,
  ) as [number, number]
  const isInside = north >= 6 && north <= 24 && east >= 102 && east <= 118
  return isInside ? { latitude: north, longitude: east } : 'unreadable'
}

/** The column a heading stands for, whatever its case, accents and language; null when it is none of ours. */
export function columnNamed(heading: string): ImportColumn | null {
  const folded = foldVietnamese(heading.replaceAll('_', ' '))
  return importColumns.find(column => columnHeadings[column].some(name => foldVietnamese(name) === folded)) ?? null
}
