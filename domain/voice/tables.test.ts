import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAloud } from './read-aloud.ts'

type Json = string | readonly Json[] | { readonly [key: string]: Json }

const tables = [new URL('data/', import.meta.url), new URL('../numerals/data/', import.meta.url)].flatMap(folder =>
  readdirSync(folder).map(file => ({ file, address: new URL(file, folder) })),
)

/** Every text a table puts into a listener's ear: the values of plain tables, `spoken` and `otherwise` of the others. */
function spokenOf(value: Json, key = ''): readonly string[] {
  if (typeof value === 'string') return ['written', 'before', 'after'].includes(key) ? [] : [value]
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(item => spokenOf(item))
  return Object.entries(value).flatMap(([name, item]) => spokenOf(item, name))
}

/** What the plain tables explain; units, parts of signs and ambiguous abbreviations are no words of their own. */
function writtenOf(value: Json): readonly string[] {
  if (typeof value === 'string' || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, item]) => (typeof item === 'string' ? [name] : []))
}

describe.each(tables)('the table $file', ({ file, address }) => {
  const table = JSON.parse(readFileSync(address, 'utf8')) as Json
  it('R4: what it says is Vietnamese and reads as itself', () => {
    const changed = [...new Set(spokenOf(table))]
      .map(spoken => `Mời nghe ${spoken} nay.`)
      .filter(text => readAloud(text).text !== text || readAloud(text).flagged.length > 0)
    expect(changed).toEqual([])
  })

  it('R4: what it explains is read without doubt, and the reading as itself', () => {
    const doubtful = (file === 'units.json' ? [] : writtenOf(table))
      .map(written => readAloud(`Tại ${written} nay.`))
      .filter(({ text, flagged }) => flagged.length > 0 || readAloud(text).text !== text)
    expect(doubtful.map(({ text }) => text)).toEqual([])
  })
})
