import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface ProgramRun {
  readonly input?: string | Uint8Array
  readonly timeLimitMs: number
  readonly outputLimitBytes: number
  readonly signal?: AbortSignal | undefined
}

/** A program of another maker that did not do what it was asked; `message` ends with its last words. */
export class ProgramFailed extends Error {
  override name = 'ProgramFailed'
  /** What it ended with; null when it did not end by itself. */
  readonly code: number | null
  /** The last of what it wrote to its output. */
  readonly output: string

  constructor(
    message: string,
    { code = null, output = '', cause }: { code?: number | null; output?: string; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.code = code
    this.output = output
  }
}

const keptWords = 500

/** The path of a program on this machine, or `undefined` when it is not installed. */
export function findProgram(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Runs a program with bytes in and bytes out. It sees none of our environment, and is killed when it takes longer or
 * says more than allowed.
 * @throws ProgramFailed
 */
export function runProgram(path: string, args: readonly string[], run: ProgramRun): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const child = spawn(path, args, {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: run.timeLimitMs,
    killSignal: 'SIGKILL',
    ...(run.signal && { signal: run.signal }),
  })
  const output: Buffer[] = []
  let size = 0
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= run.outputLimitBytes) output.push(chunk)
    else child.kill('SIGKILL')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-keptWords)
  })
  // A program may end before it has read everything; how it ended is what counts.
  child.stdin.on('error', () => {})
  child.stdin.end(run.input ?? '')
  child.on('error', error => reject(new ProgramFailed(`${path}: ${error.message}`, { cause: error })))
  child.on('close', (code, signal) => {
    if (size > run.outputLimitBytes) reject(new ProgramFailed(`${path} gave more than ${run.outputLimitBytes} bytes`))
    else if (code === 0) resolve(Buffer.concat(output))
    else {
      const last = Buffer.concat(output).toString().slice(-keptWords)
      reject(new ProgramFailed(`${path} ended with ${signal ?? code}: ${words.trim()}`, { code, output: last }))
    }
  })
  return promise
}
