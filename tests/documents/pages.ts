import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../architecture/house.ts'

export interface Page {
  /** From the root of the house. */
  readonly path: string
  readonly text: string
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/** Every document of the house, also those not committed yet. */
export function pages(): Page[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed.split('\n').filter(Boolean).map(readPage)
}

/** The rows of the tables under a heading, each as its cells; the header and its rule are left out. */
export function tableUnder({ path, text }: Page, heading: string): string[][] {
  const [, section] = text.split(`\n${heading}\n`)
  if (section === undefined) throw new Error(`${path} has no heading "${heading}"`)
  const [own = ''] = section.split(/\n#{1,6} /)
  return own
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .slice(1)
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
}
