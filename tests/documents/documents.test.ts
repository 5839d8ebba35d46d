import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { moduleOrder, root, sourceFiles } from '../architecture/house.ts'
import { pages, readPage, tableUnder } from './pages.ts'

const all = pages()

describe('what documents point at is there', () => {
  it('files and folders', () => {
    const broken = all.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(match => match[1] ?? '')
        .filter(target => !/^(https?:|mailto:|#)/.test(target))
        .filter(target => !existsSync(join(root, dirname(path), target.split('#')[0] ?? '')))
        .map(target => `${path}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('paths of the house in code marks', () => {
    const floors = /^(?:domain|contract|server|design|console|speaker|demo|bench|tests|tools|docs)\/[\w./-]+$/
    const missing = all.flatMap(({ path, text }) =>
      [...text.matchAll(/`([^`\n]+)`/g)]
        .map(match => match[1] ?? '')
        .filter(name => floors.test(name) && !existsSync(join(root, name)))
        .map(name => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('npm scripts', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const missing = all.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:-\S+ )*([\w-]+)|\bnpm (start|test)\b/g)]
        .map(match => match[1] ?? match[2] ?? '')
        .filter(name => !(name in scripts))
        .map(name => `${path}: npm run ${name}`),
    )
    expect(missing).toEqual([])
  })
})

it('the glossary names what the code calls so', () => {
  const code = sourceFiles()
    .filter(({ path }) => !path.includes('.test.') && !path.startsWith('tests/'))
    .map(({ text }) => text)
    .join('\n')
  const glossary = readPage('GLOSSARY.md')
  const rows = ['Territory and people', 'Content', 'Devices and schedule', 'How the house is built'].flatMap(section =>
    tableUnder(glossary, `## ${section}`),
  )
  const words = rows.flatMap(([, word = '']) => [...word.matchAll(/`(\w+)`/g)].map(match => match[1] ?? ''))
  expect(words.length).toBeGreaterThan(60)
  const unused = words.filter(word => {
    const asType = word.charAt(0).toUpperCase() + word.slice(1)
    return !new RegExp(`\\b(${word}s?|${asType})\\b`).test(code)
  })
  expect(unused).toEqual([])
})

it('the map of the house lists the modules in their order', () => {
  const rows = tableUnder(readPage('ARCHITECTURE.md'), '## The map')
  const named = rows.map(([cell = '']) => cell.replaceAll('`', ''))
  const built = moduleOrder.filter(module =>
    ['domain', 'contract', 'server'].some(floor => existsSync(join(root, floor, module))),
  )
  expect(named).toEqual(built)
})

it('every decision has its date, its status and the three parts, in one numbering without gap', () => {
  const decisions = all
    .filter(({ path }) => path.startsWith('docs/decisions/'))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  expect(decisions.map(({ path }) => path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 5))).toEqual(
    decisions.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
  )
  const parts = [
    /^# \d{4} /m,
    /^Date: \d{4}-\d{2}-\d{2}$/m,
    /^Status: (accepted|superseded by \d{4})$/m,
    /^## Context$/m,
    /^## Decision$/m,
    /^## Consequences$/m,
  ]
  for (const { path, text } of decisions) for (const part of parts) expect(text, path).toMatch(part)
})
