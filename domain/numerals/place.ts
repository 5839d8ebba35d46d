import type { Region } from './numbers.ts'

/** Where a rule looks: one position of the folded text, and what it may ask about its surroundings. */
export interface Place {
  readonly text: string
  readonly at: number
  /** Only markup and bullets stand before it on its line. */
  readonly startsLine: boolean
  /** Its line is written in capitals throughout, so capitals say nothing. */
  readonly shouted: boolean
  readonly region: Region
  /** Two-digit years up to this one belong to this century. */
  readonly latestShortYear: number
}

const contextLength = 48

/** Up to 48 characters before the place: every rule's look back is bounded, so reading stays linear. */
export function textBefore(place: Place): string {
  return place.text.slice(Math.max(0, place.at - contextLength), place.at)
}

export function textAfter(place: Place, end: number): string {
  return place.text.slice(end, end + contextLength)
}

/** `pattern` must be sticky. */
export function matchAt(pattern: RegExp, place: Place, at = place.at): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(place.text)
}

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** The span ends where a word ends: no letter or digit follows. */
export function endsWord(place: Place, end: number): boolean {
  return !isWordCharacter(place.text[end])
}
