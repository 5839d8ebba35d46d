import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Play } from '../sound/file-sink.ts'

export interface Said {
  readonly event: string
  readonly [fact: string]: unknown
}

export interface RunningSpeaker {
  readonly said: Said[]
  /** Resolves with the first line, already said or still to come, that fits. */
  heard(fits: (said: Said) => boolean, seconds?: number): Promise<Said>
  /** Moves a simulated clock and waits until everything until then has happened. */
  advance(milliseconds: number): Promise<void>
  kill(signal?: NodeJS.Signals): Promise<number | null>
  readonly stderr: () => string
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nguon-speaker-'))
}

const program = new URL('../main.ts', import.meta.url).pathname

/** The real program in a process of its own. */
export function runSpeaker(folder: string, args: readonly string[], shellPrefix = ''): RunningSpeaker {
  const all = ['--folder', folder, '--claim', 'ABCD-EFGH-1', '--sink', `file:${join(folder, 'sink')}`, ...args]
  const child = spawn('bash', ['-c', `${shellPrefix} exec "$0" "$@"`, process.execPath, program, ...all])
  const said: Said[] = []
  const waiting = new Set<() => void>()
  let errors = ''
  child.stderr.on('data', chunk => (errors += String(chunk)))
  child.stdin.on('error', () => {})
  const ended = new Promise<number | null>(resolve => {
    child.once('exit', code => resolve(code))
  })
  createInterface({ input: child.stdout }).on('line', line => {
    said.push(JSON.parse(line) as Said)
    for (const look of waiting) look()
  })

  function heard(fits: (said: Said) => boolean, seconds = 120, from = 0): Promise<Said> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(null), seconds * 1000)
      function finish(found: Said | null): void {
        clearTimeout(timer)
        waiting.delete(look)
        if (found) resolve(found)
        else reject(new Error(`never said; it said ${JSON.stringify(said.slice(-30))} ${errors}`))
      }
      function look(): void {
        const found = said.slice(from).find(fits)
        if (found) finish(found)
      }
      waiting.add(look)
      void ended.then(() => finish(said.slice(from).find(fits) ?? null))
      look()
    })
  }

  return {
    said,
    heard,
    async advance(milliseconds) {
      const from = said.length
      child.stdin.write(`${JSON.stringify({ advance: milliseconds })}\n`)
      await heard(({ event }) => event === 'clock', 120, from)
    },
    kill(signal = 'SIGKILL') {
      child.kill(signal)
      return ended
    },
    stderr: () => errors,
  }
}

/** What it played of its line-up. */
export function playsOf(folder: string): Play[] {
  return rendered(folder).filter(({ itemId }) => itemId !== 'self-test')
}

/** The tones by which it tested itself. */
export function tonesOf(folder: string): Play[] {
  return rendered(folder).filter(({ itemId }) => itemId === 'self-test')
}

function rendered(folder: string): Play[] {
  const path = join(folder, 'sink', 'plays.jsonl')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Play)
}
