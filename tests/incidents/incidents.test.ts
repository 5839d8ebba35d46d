import { expect, it } from 'vitest'
import { sourceFiles } from '../architecture/house.ts'
import { notYet } from './not-yet.ts'

/** What went wrong elsewhere, told in the issue that asked for this system; each is a test here, titled by its id. */
const incidents = Array.from({ length: 32 }, (_, index) => `I${String(index + 1).padStart(2, '0')}`)

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
/** A title is a quoted text that holds the id as a word: of a test, of a block, or of a row of `each`. */
const titled = new Set(
  sourceFiles()
    .filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tests/incidents/'))
    .flatMap(({ text }) => text.replaceAll(comment, '').match(/(?<=['"`][^'"`\n]*)\bI\d\d\b(?=[^'"`\n]*['"`])/g) ?? []),
)

it('every incident has a test titled by its id, or its part is not built yet', () => {
  expect(incidents.filter(id => !titled.has(id) && !(id in notYet))).toEqual([])
})

it('no incident is listed as not built that has its test', () => {
  expect(Object.keys(notYet).filter(id => titled.has(id))).toEqual([])
})

it('tests name no other incident', () => {
  const known = new Set(incidents)
  expect([...titled, ...Object.keys(notYet)].filter(id => !known.has(id))).toEqual([])
})
