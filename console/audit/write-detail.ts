import type { Language } from '@nguon/contract/platform'
import type { Day, Instant } from '@nguon/domain/platform'
import { writeDay, writeInstant } from '../time/local-time.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { wordsIn } from '../words/define-words.ts'
import { detailWords } from '../words/detail-words.ts'
import { identityWords } from '../words/identity-words.ts'

export interface WrittenDetail {
  readonly name: string
  readonly text: string
  /** The whole of what `text` shortens, to be copied; null where nothing is left out. */
  readonly whole: string | null
}

type Names = Readonly<Record<string, string>>

const day = /^\d{4}-\d{2}-\d{2}$/
const hash = /^[0-9a-f]{64}$/
const shownOfHash = 12
const instants = new Set(['validFrom', 'validTo', 'start', 'end'])

/** One detail of an audit line in words; one that nobody gave words to is written as it is stored. */
export function writeDetail(name: string, value: unknown, language: Language): WrittenDetail {
  const named = nameOf(name, language)
  if (named === undefined) return { name, text: asStored(value), whole: null }
  if (typeof value === 'string' && hash.test(value)) {
    return { name: named, text: `${value.slice(0, shownOfHash)}…`, whole: value }
  }
  return { name: named, text: inWords(name, value, language), whole: null }
}

function inWords(name: string, value: unknown, language: Language): string {
  const words = wordsIn(detailWords, language)
  if (value === null) return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return instants.has(name) ? writeInstant(value as Instant) : String(value)
  if (typeof value === 'string') return day.test(value) ? writeDay(value as Day) : termOf(name, value, language)
  if (Array.isArray(value)) {
    if (value.some(one => typeof one === 'object')) return asStored(value)
    return value.map(one => inWords(name, one, language)).join(', ') || words.nothing
  }
  return ofParts(value as object, language)
}

/** A record whose every part has a name, such as a legal act or the limits of an approval; any other as it is stored. */
function ofParts(value: object, language: Language): string {
  const parts = Object.entries(value).map(([name, part]) => [nameOf(name, language), name, part] as const)
  if (parts.some(([named]) => named === undefined)) return asStored(value)
  return parts
    .map(([named, name, part]) => {
      const text = inWords(name, part, language)
      return isRecord(part) ? `${named} (${text})` : `${named}: ${text}`
    })
    .join('; ')
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function termOf(name: string, value: string, language: Language): string {
  const { roles } = wordsIn(identityWords, language)
  const { states, classes } = wordsIn(bulletinWords, language)
  const vocabularies: Readonly<Record<string, Names>> = {
    role: roles,
    roles,
    secondFactorRoles: roles,
    stateBefore: states,
    class: classes,
  }
  const terms = vocabularies[name] ?? {}
  return Object.hasOwn(terms, value) ? (terms[value] ?? value) : value
}

function nameOf(name: string, language: Language): string | undefined {
  const names: Names = wordsIn(detailWords, language).names
  return Object.hasOwn(names, name) ? names[name] : undefined
}

function asStored(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
