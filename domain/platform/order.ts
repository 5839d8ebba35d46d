const collator = new Intl.Collator('vi', { numeric: true })

/** The order of a Vietnamese dictionary, with numbers as numbers: "Thôn 2" before "Thôn 10". For `Array.sort`. */
export function compareVietnamese(first: string, second: string): number {
  return collator.compare(first, second)
}
