import { environment } from '@nguon/server/platform'
import { expect, it } from 'vitest'
import { readPage, tableUnder } from './pages.ts'

const settings = Object.entries(environment.shape).map(([name, schema]) => {
  const given = schema.safeParse(undefined)
  return { name, standard: given.success ? String(given.data ?? '') : '', description: schema.description ?? '' }
})
const rows = tableUnder(readPage('docs/operating/install.md'), '## Biến môi trường').map(
  ([name = '', standard = '', meaning = '', description = '']) => ({
    name: name.replaceAll('`', ''),
    standard: standard.replaceAll('`', ''),
    meaning,
    description,
  }),
)

it('the install page lists every setting with its default and its meaning, as the code has them', () => {
  expect(rows.map(({ name, standard, description }) => ({ name, standard, description }))).toEqual(settings)
})

it.each(settings)('$name is explained in Vietnamese too', ({ name, description }) => {
  const meaning = rows.find(row => row.name === name)?.meaning ?? ''
  expect(meaning.length).toBeGreaterThan(5)
  expect(meaning).not.toBe(description)
})
