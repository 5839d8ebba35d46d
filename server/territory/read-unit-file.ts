import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { territoryRefusals, unitFileLimit, unitRowLimit } from '@nguon/contract/territory'
import { unguarded } from '@nguon/domain/platform'
import { columnHeadings, columnNamed, type ImportColumn, type ImportRow } from '@nguon/domain/territory'
import { BrokenTable, readTable } from '@nguon/server/web'

export interface UnitFile {
  readonly rows: readonly ImportRow[]
  /** Headings that are none of ours. */
  readonly ignoredColumns: readonly string[]
}

const required: readonly ImportColumn[] = ['code', 'name']

/** Reads the bytes of a table of units as spreadsheets write it; anything else is refused with a sentence. */
export function readUnitFile(bytes: Uint8Array): UnitFile {
  if (bytes.length > unitFileLimit) throw new Refusal(platformRefusals.TOO_LARGE, { limit: '5 MB' })
  const records = recordsOf(textOf(bytes))
  const [heading = [], ...lines] = records
  const columns = heading.map(columnNamed)
  const named = columns.filter(column => column !== null)
  const missing = required.filter(column => !named.includes(column))
  if (missing.length > 0) {
    throw new Refusal(territoryRefusals.FILE_WITHOUT_COLUMNS, { columns: missing.map(headingOf) })
  }
  const twice = named.find((column, index) => named.indexOf(column) !== index)
  if (twice) throw new Refusal(territoryRefusals.FILE_COLUMN_TWICE, { column: headingOf(twice) })

  const rows = lines
    .map((cells, index) => ({ line: index + 2, cells }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: cellsOf(columns, cells) }))
  if (rows.length === 0) throw new Refusal(territoryRefusals.FILE_EMPTY)
  return { rows, ignoredColumns: heading.filter((text, index) => columns[index] === null && text.trim() !== '') }
}

function headingOf(column: ImportColumn): string {
  return columnHeadings[column][0] ?? column
}

function cellsOf(columns: readonly (ImportColumn | null)[], cells: readonly string[]): ImportRow['cells'] {
  const named = columns.flatMap((column, index) => (column ? [[column, unguarded(cells[index] ?? '')]] : []))
  return Object.fromEntries(named)
}

function textOf(bytes: Uint8Array): string {
  const startsWith = (...start: number[]) => start.every((byte, index) => bytes[index] === byte)
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) throw new Refusal(territoryRefusals.FILE_IS_WORKBOOK)
  const encoding = startsWith(0xff, 0xfe) ? 'utf-16le' : startsWith(0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Refusal(territoryRefusals.FILE_NOT_UNICODE)
}

function recordsOf(text: string): string[][] {
  try {
    const records = readTable(text, unitRowLimit + 2)
    if (records.length > unitRowLimit + 1) throw new Refusal(territoryRefusals.FILE_TOO_LONG, { limit: unitRowLimit })
    return records
  } catch (error) {
    if (error instanceof BrokenTable) throw new Refusal(territoryRefusals.FILE_BROKEN, { line: error.line })
    throw error
  }
}
