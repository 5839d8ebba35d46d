import { foldVietnamese } from '@nguon/domain/platform'
import { type Level, levelRules } from './level.ts'
import type { UnitVersion } from './unit.ts'

type Named = Pick<UnitVersion, 'kind' | 'name'>

/** Kind and name as inside a sentence: "xã Krông Năng", "tổ dân phố 3". */
export function unitTitle({ kind, name }: Named): string {
  return kind === '' ? name : `${kind} ${name}`
}

/** Kind and name as at the start of a line: "Xã Krông Năng". */
export function displayName(unit: Named): string {
  const title = unitTitle(unit)
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1)
}

/** The unit within the units above it, nearest first, without the centre: "Thôn 3, xã Krông Năng, tỉnh Đắk Lắk". */
export function fullName(path: readonly Pick<UnitVersion, 'level' | 'kind' | 'name'>[]): string {
  const named = path.filter((unit, index) => index === path.length - 1 || levelRules[unit.level].parents.length > 0)
  return named
    .toReversed()
    .map((unit, index) => (index === 0 ? displayName(unit) : unitTitle(unit)))
    .join(', ')
}

/** Text of a name as it is kept: NFC, no control characters, single spaces. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

/** Takes "Xã Krông Năng" apart into kind and name, by the kinds of the level; the longest kind wins. */
export function splitTitle(title: string, level: Level): Named {
  const tidy = tidyName(title)
  const lower = tidy.toLocaleLowerCase('vi')
  const kind = levelRules[level].kinds
    .filter(kind => lower.startsWith(`${kind} `))
    .toSorted((first, second) => second.length - first.length)[0]
  return kind === undefined ? { kind: '', name: tidy } : { kind, name: tidy.slice(kind.length + 1) }
}

/** The kind of a level a person means by a word, whatever its case and accents: "XA" is "xã"; null when unknown. */
export function kindNamed(word: string, level: Level): string | null {
  const folded = foldVietnamese(word)
  return levelRules[level].kinds.find(kind => foldVietnamese(kind) === folded) ?? null
}

/** Equal for siblings that people cannot tell apart: "Thôn 1" and "thôn 01". Accents count: "Thôn Dong" is not "Thôn Đông". */
export function siblingKey(unit: Named): string {
  return tidyName(unitTitle(unit))
    .toLocaleLowerCase('vi')
    .replaceAll(/\b0+(?=\d)/g, '')
}
