import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { type LeashedProcess, startLeashed, temporaryFolder } from './leashed-process.ts'
import { requireProgram } from './requirement.ts'

export interface RunningPostgres {
  /** Of the superuser, on the database `postgres`. */
  readonly url: string
  stop(): Promise<void>
}

/** What a test does not need: to survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
}

/** PostgreSQL refuses to run as root; Debian's package brings the account it runs as instead. */
function asPostgresAccount(folder: string): string[] {
  if (process.getuid?.() !== 0) return []
  const numberOf = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))
  const [user, group] = [numberOf('-u'), numberOf('-g')]
  for (const path of [folder, join(folder, 'password')]) chownSync(path, user, group)
  return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups']
}

async function startIn(folder: string, programs: string): Promise<RunningPostgres> {
  const password = randomBytes(18).toString('base64url')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  const account = asPostgresAccount(folder)
  const data = join(folder, 'data')
  const [command, ...args] = [
    ...account,
    join(programs, 'initdb'),
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${join(folder, 'password')}`,
    '--auth=password',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
  ]
  await promisify(execFile)(command, args, { cwd: folder })

  const port = await freePort()
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server: LeashedProcess = await startLeashed({
    command: [...account, join(programs, 'postgres'), '-D', data, ...options],
    folder,
    stopSignal: 'INT',
    readyWhen: /ready to accept connections/,
  })
  return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() }
}

/**
 * Starts a PostgreSQL of its own on a free port of the loopback, with a folder of its own that goes when it stops or when we die.
 * Null when PostgreSQL is not installed (see `requireProgram`). Tests take the one of their run from `postgresUrl`.
 */
export async function startPostgres(): Promise<RunningPostgres | null> {
  const initdb = requireProgram('initdb')
  if (!initdb) return null
  const attempts = 3
  for (let attempt = 1; ; attempt += 1) {
    const folder = temporaryFolder('postgres')
    try {
      return await startIn(folder, dirname(initdb))
    } catch (error) {
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
      // Another program may have taken the port between the choice and the start.
      if (attempt === attempts || !/Address already in use/.test(String(error))) throw error
    }
  }
}
