import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BenchOptions, BenchRow } from './bench.ts'
import { round } from './measure.ts'

const program = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const voiceIdleSeconds = 12
/** From serving on: when the voice is there, and when it has ended. */
const warmMilliseconds = 6000
const idleMilliseconds = 24_000

/**
 * From the start of the server's process to serving, on a new database and on one that is there, and what it holds of memory
 * when nobody asks for anything: the server with all of its processes. Before that it keeps a voice warm in a process of its own for a
 * while (`voiceMegabytes`), shortened here. On PostgreSQL too when NGUON_DATABASE_URL names an empty database.
 */
export async function* bench({ seed }: BenchOptions): AsyncGenerator<BenchRow> {
  yield* startsOf('embedded', seed, {})
  const { NGUON_DATABASE_URL: url, NGUON_SECRET_KEY: key = randomBytes(32).toString('base64') } = process.env
  if (url) yield* startsOf('postgres', seed, { NGUON_DATABASE_URL: url, NGUON_SECRET_KEY: key })
}

async function* startsOf(database: string, seed: number, more: Record<string, string>): AsyncGenerator<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-bench-'))
  const voice = { NGUON_VOICE_IDLE_SECONDS: String(voiceIdleSeconds) }
  const settings = {
    NGUON_DATA: folder,
    NGUON_PORT: '0',
    NGUON_MQTT_PORT: '0',
    NGUON_LOG_LEVEL: 'info',
    ...voice,
    ...more,
  }
  const environment = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...settings }
  try {
    for (const name of ['first', 'with-data']) {
      const startedAt = performance.now()
      const server = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
      await serving(server)
      const ours = round(performance.now() - startedAt)
      const pid = server.pid ?? 0
      await sleep(warmMilliseconds)
      const voiceMegabytes = round(treeMegabytes(pid) - megabytesOf(pid))
      await sleep(idleMilliseconds - warmMilliseconds)
      const idleMegabytes = round(treeMegabytes(pid))
      await stopped(server)
      yield { bench: 'start', case: `${database}-${name}`, n: 1, seed, ours, idleMegabytes, voiceMegabytes }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function serving(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('"msg":"serving"')) resolve()
    })
    server.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  server.removeAllListeners('exit')
  const ended = new Promise<void>(resolve => void server.once('exit', () => resolve()))
  server.kill('SIGTERM')
  return ended
}

/** Memory of one process, what is shared counted in part (Pss of proc_pid_smaps_rollup(5)). */
function megabytesOf(pid: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

function treeMegabytes(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + treeMegabytes(child), megabytesOf(pid))
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap(task =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}
