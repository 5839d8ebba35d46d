import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from '../architecture/house.ts'

/** How a SPEC.md numbers its rules, and where the tests that carry the numbers lie. */
interface Spec {
  readonly path: string
  readonly rule: RegExp
  readonly chapter: RegExp
  /** The ids in one title: of a test, or of a block around it. */
  readonly named: (title: string) => readonly string[]
  readonly tests: readonly string[]
}

const specs: readonly Spec[] = [
  {
    path: 'domain/schedule/SPEC.md',
    rule: /^- \*\*(P\d+\.\d+)\*\*/gm,
    chapter: /^## (P\d+) /gm,
    named: title => title.match(/\bP\d+(?:\.\d+)?\b/g) ?? [],
    tests: ['domain/schedule', 'domain/slots', 'domain/rules', 'domain/lineups'],
  },
  {
    path: 'domain/alarms/SPEC.md',
    rule: /^- \*\*(A\d+\.\d+)\*\*/gm,
    chapter: /^## (A\d+) /gm,
    named: title => title.match(/\bA\d+(?:\.\d+)?\b/g) ?? [],
    tests: ['domain/alarms', 'domain/player'],
  },
  {
    path: 'domain/emergencies/SPEC.md',
    rule: /^- \*\*(E\d+\.\d+)\*\*/gm,
    chapter: /^## (E\d+) /gm,
    named: title => title.match(/\bE\d+(?:\.\d+)?\b/g) ?? [],
    tests: ['domain/emergencies'],
  },
  {
    path: 'domain/player/SPEC.md',
    rule: /^- \*\*(D\d+)\*\*/gm,
    chapter: /^## (D\d+) /gm,
    named: title => title.match(/\bD\d+\b/g) ?? [],
    tests: ['domain/player'],
  },
  {
    path: 'domain/voice/SPEC.md',
    rule: /(?:^- |[.)"”] |^ {2})([A-Z]\d+) /gm,
    chapter: /^## ([A-Z]\d+) /gm,
    // Golden titles go on with the text that is read, which may look like an id.
    named: title => /^[A-Z]\d+(?:, [A-Z]\d+)*(?=[:\s]|$)/.exec(title)?.[0].split(', ') ?? [],
    tests: ['domain/voice'],
  },
]

/** The titles of all tests in some folders as they run, rows of tables included: `block > block > test`. */
function titlesIn(folders: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-titles-'))
  const file = join(folder, 'titles.json')
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    execFileSync(process.execPath, [vitest, 'list', ...folders, `--json=${file}`, '--no-static-parse'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return (JSON.parse(readFileSync(file, 'utf8')) as { name: string }[]).map(({ name }) => name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const idsOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] ?? '')

describe.each(specs)('$path', spec => {
  const text = readFileSync(join(root, spec.path), 'utf8')
  const rules = idsOf(text, spec.rule)
  const named = new Set(titlesIn(spec.tests).flatMap(title => title.split(' > ').flatMap(spec.named)))

  it('gives each rule an id of its own', () => {
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([])
  })

  it('has a test for every rule', () => {
    expect(rules.filter(id => !named.has(id))).toEqual([])
  })

  it('has every rule that a test names', () => {
    const known = new Set([...rules, ...idsOf(text, spec.chapter)])
    expect([...named].filter(id => !known.has(id))).toEqual([])
  })
})

it('every SPEC.md is held here', () => {
  const folders = new Set(sourceFiles().map(({ path }) => path.slice(0, path.lastIndexOf('/'))))
  const found = [...folders].map(folder => `${folder}/SPEC.md`).filter(path => existsSync(join(root, path)))
  expect(found.toSorted()).toEqual(specs.map(({ path }) => path).toSorted())
})
