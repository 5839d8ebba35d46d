import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The modules, lowest first: the order of boot, of import and of reading. A module enters only those before it. */
export const moduleOrder = [
  'platform',
  'web',
  'keys',
  'audit',
  'territory',
  'identity',
  'entrance',
  'calendar',
  'messaging',
  'tasks',
  'sound',
  'media',
  'programmes',
  'bulletins',
  'numerals',
  'speech',
  'voice',
  'approval',
  'claims',
  'devices',
  'telemetry',
  'connections',
  'brokers',
  'gateway',
  'rules',
  'schedule',
  'slots',
  'takings',
  'lineups',
  'assignments',
  'airings',
  'alarms',
  'poles',
  'emergencies',
  'player',
] as const

/** The floors, with the floors each may enter. */
export const floors: Record<string, readonly string[]> = {
  domain: ['domain'],
  contract: ['domain', 'contract'],
  server: ['domain', 'contract', 'server'],
  design: ['design'],
  console: ['domain', 'contract', 'design', 'console'],
  speaker: ['domain', 'contract', 'speaker'],
  demo: ['domain', 'contract', 'server', 'demo'],
  bench: ['domain', 'contract', 'server', 'speaker', 'bench'],
  tests: ['domain', 'contract', 'server', 'speaker', 'demo', 'bench', 'tests'],
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the root of the house, with forward slashes. */
  readonly path: string
  readonly floor: string
  /** First folder under the floor; empty for files on the floor itself. */
  readonly module: string
  readonly text: string
  readonly imports: readonly string[]
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    if (['node_modules', 'dist'].includes(name)) return []
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

export function sourceFiles(): SourceFile[] {
  return Object.keys(floors).flatMap(floor =>
    walk(join(root, floor))
      .filter(path => /\.(ts|tsx)$/.test(path))
      .map(path => {
        const text = readFileSync(path, 'utf8')
        const parts = relative(join(root, floor), path).split('/')
        return {
          path: relative(root, path),
          floor,
          module: parts.length > 1 ? (parts[0] ?? '') : '',
          text,
          imports: [...text.matchAll(importPattern)].map(match => match[1] ?? match[2] ?? ''),
        }
      }),
  )
}
