import { createServer, get } from 'node:http'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type RunningPostgres, startPostgres } from './postgres.ts'
import { requireProgram } from './requirement.ts'
import { temporaryFolder } from './leashed-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A socket that answers with the address of the run's PostgreSQL and starts it for the first who asks. */
    readonly postgresDoor: string
  }
}

/** For the global setup: one PostgreSQL for all test files of a run, started when the first of them asks. */
export async function openPostgresDoor(): Promise<{ readonly path: string; close(): Promise<void> }> {
  let running: Promise<RunningPostgres | null> | undefined
  const folder = temporaryFolder('door')
  const path = join(folder, 'postgres')
  const server = createServer((_request, response) => {
    running ??= startPostgres()
    running.then(
      postgres => response.end(postgres?.url ?? ''),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    path,
    async close() {
      server.close()
      server.closeAllConnections()
      await (await running?.catch(() => null))?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** True when PostgreSQL is installed; what needs it is skipped otherwise, and with CI=true this throws. */
export function hasPostgres(): boolean {
  return requireProgram('initdb') !== null
}

/** The address of the superuser on the PostgreSQL of this test run; starts it for the first who asks. */
export function postgresUrl(): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ socketPath: inject('postgresDoor'), path: '/' }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => (response.statusCode === 200 && body ? resolve(body) : reject(new Error(body))))
    })
    request.on('error', reject)
  })
}
