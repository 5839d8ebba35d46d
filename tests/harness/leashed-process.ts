import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs the command of its arguments until its standard input ends, then stops it and removes its folder. The input is
 * a pipe held by us, so the end comes even when we are killed with -9.
 */
const leash = `
folder=$1 signal=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- & child=$!
{ read -r _ <&3; kill -s "$signal" $child 2>/dev/null; } & watcher=$!
exec 3<&-
wait $child; code=$?
kill $watcher 2>/dev/null
rm -rf "$folder"
exit $code
`

export interface LeashedProcess {
  /** The last lines it wrote, for an error message. */
  lastWords(): string
  stop(): Promise<void>
}

interface Program {
  readonly command: readonly string[]
  /** Removed when the program has ended. */
  readonly folder: string
  /** The signal that ends the program cleanly. */
  readonly stopSignal: 'TERM' | 'INT'
  /** Written by the program, on either output, once it serves. */
  readonly readyWhen: RegExp
}

/** A folder of its own in the place for temporary files, readable by this account only. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `nguon-${name}-`))
}

function readyOrGone(child: ChildProcess, readyWhen: RegExp, keep: (text: string) => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      if (readyWhen.test(keep(chunk.toString()))) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', code => reject(new Error(`it ended with ${code} before it was ready:\n${keep('')}`)))
  })
}

/** Starts a server program and waits until it serves; rejects with its last words when it ends before. */
export async function startLeashed(program: Program): Promise<LeashedProcess> {
  const child = spawn('sh', ['-c', leash, 'leash', program.folder, program.stopSignal, ...program.command], {
    stdio: 'pipe',
    // A group of its own: Ctrl-C reaches us alone, and we end it in order.
    detached: true,
    env: { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' },
  })
  let words = ''
  const keep = (text: string) => (words = (words + text).slice(-4000))
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  await readyOrGone(child, program.readyWhen, keep)
  return {
    lastWords: () => words,
    async stop() {
      child.stdin.end()
      await ended
    },
  }
}
