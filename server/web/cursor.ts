/** The place where a page ended, as an opaque word for the caller. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place.map(String))).toString('base64url')
}

/** The place a caller hands back; null for none and for what no page of ours ever gave. */
export function readCursor(cursor: string | undefined): readonly string[] | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const known = Array.isArray(place) && place.every(part => typeof part === 'string' && !part.includes('\0'))
    return known ? (place as string[]) : null
  } catch {
    return null
  }
}

/** Rows asked for with one more than the page holds, as a page. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => readonly (string | number)[],
): { readonly items: Row[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? writeCursor(placeOf(last)) : null }
}
