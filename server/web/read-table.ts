import { CsvError, parse } from 'csv-parse/sync'

/** A table that is broken, with the line up to which it could be read, counted from 1. */
export class BrokenTable extends Error {
  readonly line: number

  constructor(line: number, cause: unknown) {
    super('the table is broken', { cause })
    this.line = line
  }
}

const delimiters = [';', ',', '\t']

/**
 * The cells of a table as spreadsheets write it, the heading first, at most `mostRows` rows. The delimiter is the one a first
 * line `sep=;` names (it is no row), else the one that parts the heading most.
 * @throws BrokenTable
 */
export function readTable(text: string, mostRows: number): string[][] {
  const whole = text.replace(/^\u{feff}/u, '')
  const named = /^sep=([;,\t])\r?\n/i.exec(whole)
  const body = named ? whole.slice(named[0].length) : whole
  const heading = /^[^\r\n]*/.exec(body)?.[0] ?? ''
  const count = (delimiter: string) => heading.split(delimiter).length
  const delimiter = named?.[1] ?? delimiters.toSorted((first, second) => count(second) - count(first))[0] ?? ';'
  try {
    return parse(body, { delimiter, relax_column_count: true, max_record_size: 100_000, to: mostRows })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new BrokenTable(Number(error['lines'] ?? 1), error)
  }
}
