import type { BulletinContent, BulletinText } from './bulletin.ts'
import { type TextChange, textDifference } from './text-difference.ts'

/** One field that differs between two versions. `changes` shows it word by word when it is prose. */
export interface FieldChange {
  /** Name of the field; of a text with its language: `vi.title`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly changes: readonly TextChange[] | null
}

/** "Chỉ những gì đã đổi": the fields in which two versions differ, in the order in which they are written. */
export function contentDifference(before: BulletinContent, after: BulletinContent): FieldChange[] {
  const { texts: textsBefore, ...restBefore } = before
  const { texts: textsAfter, ...restAfter } = after
  const languages = [...new Set([...textsAfter, ...textsBefore].map(text => text.language))]
  const inTexts = languages.flatMap(language => {
    const find = (texts: readonly BulletinText[]) => texts.find(text => text.language === language)
    return fieldChanges(find(textsBefore) ?? {}, find(textsAfter) ?? {}, `${language}.`)
  })
  const order = (texts: readonly BulletinText[]) => texts.map(text => text.language).join(', ')
  const inOrder = fieldChanges({ languages: order(textsBefore) }, { languages: order(textsAfter) }, '')
  return [...inTexts, ...inOrder, ...fieldChanges(restBefore, restAfter, '')]
}

const prose = new Set(['title', 'summary', 'body'])

function fieldChanges(before: object, after: object, prefix: string): FieldChange[] {
  const [first, second] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = [...new Set([...second.keys(), ...first.keys()])]
  return names.flatMap(name => {
    const [old, fresh] = [first.get(name) as unknown, second.get(name) as unknown]
    if (JSON.stringify(old) === JSON.stringify(fresh)) return []
    const changes = prose.has(name) ? textDifference(asText(old), asText(fresh)) : null
    return [{ field: prefix + name, before: old ?? null, after: fresh ?? null, changes }]
  })
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
