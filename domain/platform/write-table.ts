const byteOrderMark = '\u{feff}'

/**
 * Rows as a table that spreadsheets open with its accents: a byte order mark, semicolons between cells, CRLF behind rows. What a
 * spreadsheet would calculate gets an apostrophe before it and stays text (OWASP, CSV injection); `unguarded` takes it away.
 */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map(cells => `${cells.map(writeCell).join(';')}\r\n`).join('')
}

/** The text of a cell that `writeTable` may have guarded. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

function writeCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;,"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
