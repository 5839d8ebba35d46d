/** Hands a table to the browser as a file of this name. */
export function saveTable({ fileName, content }: { fileName: string; content: string }): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

const byteOrderMark = '\u{feff}'

/** Rows as a table that Excel opens with its accents: UTF-8 with a mark, semicolons between the cells. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map(cells => `${cells.map(writeCell).join(';')}\r\n`).join('')
}

/** A spreadsheet calculates what begins like a formula; an apostrophe before it keeps it text (OWASP, CSV injection). */
function writeCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;,"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
