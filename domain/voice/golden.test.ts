import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAloud } from './read-aloud.ts'
import type { Region } from '@nguon/domain/numerals'

interface GoldenCase {
  readonly rule: string
  readonly text: string
  readonly spoken: string
  readonly region?: Region
}

const folder = new URL('golden/', import.meta.url)
const areas = readdirSync(folder).map(file => ({
  area: file.replace('.json', ''),
  cases: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly GoldenCase[],
}))

describe.each(areas)('golden readings: $area', ({ cases }) => {
  it.each(cases)('$rule $text', ({ text, spoken, region }) => {
    const reading = readAloud(text, region ? { region } : {})
    expect(reading.text).toBe(spoken)
    expect(reading.flagged).toEqual([])
  })
})
