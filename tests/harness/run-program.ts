import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningProgram {
  readonly pid: number
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with the match once the program has written it on either output; rejects when it ends before. */
  heard(pattern: RegExp): Promise<RegExpExecArray>
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** To the program and all of its children, as Ctrl-C in a terminal is. */
  signal(signal: NodeJS.Signals): void
  /** True while it or any child of it is there. */
  anyoneThere(): boolean
  /** Ends it and all of its children at once; nothing when they are gone. */
  kill(): Promise<void>
}

/** Starts a program of the house, such as `demo/main.ts`, in a process of its own, as its user would. */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): RunningProgram {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    // A process group of its own, so that a signal reaches its children too.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TZ: 'UTC', ...environment },
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} did not start`)
  let [stdout, stderr] = ['', '']
  const listeners = new Set<() => void>()
  const heard = (chunk: Buffer, keep: (text: string) => void) => {
    keep(chunk.toString())
    for (const listener of listeners) listener()
    listeners.clear()
  }
  child.stdout.on('data', (chunk: Buffer) => heard(chunk, text => (stdout += text)))
  child.stderr.on('data', (chunk: Buffer) => heard(chunk, text => (stderr += text)))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))

  function signal(name: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-Number(pid), name)
    } catch {
      return false
    }
  }

  return {
    pid,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    async heard(pattern) {
      for (let over = false; ; ) {
        const match = pattern.exec(stdout) ?? pattern.exec(stderr)
        if (match) return match
        if (over) throw new Error(`${program} ended before ${pattern}:\n${stdout}\n${stderr}`)
        const more = new Promise<false>(resolve => listeners.add(() => resolve(false)))
        over = await Promise.race([more, ended.then(() => true)])
      }
    },
    signal: name => void signal(name),
    anyoneThere: () => signal(0),
    async kill() {
      if (signal('SIGKILL')) await ended
    },
  }
}
