import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, type OpenDatabase, openPglite, openPostgres, systemClock } from '@nguon/server/platform'
import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { hasPostgres, postgresUrl } from './shared-postgres.ts'

const migrations = fileURLToPath(new URL('../../server/migrations', import.meta.url))

/** Changes with every migration, so that a template of an older tree is never taken. */
function schemaDigest(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Puts a file in place unless another process was quicker; one that is being read is never replaced. */
function keepFirst(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(temporary)
  }
}

/** A migrated embedded database of its own, from a dump that is made once. */
export async function freshPglite(): Promise<OpenDatabase> {
  const path = join(tmpdir(), `nguon-template-${schemaDigest()}.tar`)
  if (!existsSync(path)) {
    const database = await openPglite('memory')
    await migrate(database, { clock: systemClock })
    const dump = await database.dump?.()
    await database.close()
    if (!dump) throw new Error('the embedded database gave no dump')
    const temporary = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(temporary, Buffer.from(await dump.arrayBuffer()))
    keepFirst(temporary, path)
  }
  return openPglite({ dump: await openAsBlob(path) })
}

async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address of a migrated PostgreSQL database of its own, made from a template. */
export async function freshPostgresUrl(): Promise<string> {
  const admin = await postgresUrl()
  const template = `template_${schemaDigest()}`
  const name = `test_${randomBytes(8).toString('hex')}`
  const at = (database: string) => Object.assign(new URL(admin), { pathname: `/${database}` }).toString()
  await asSuperuser(admin, async client => {
    await client.query('SELECT pg_advisory_lock(1)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${template}_making`)
      const database = openPostgres(at(`${template}_making`))
      await migrate(database, { clock: systemClock })
      await database.close()
      await client.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`)
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  return at(name)
}

export async function freshPostgres(): Promise<OpenDatabase> {
  return openPostgres(await freshPostgresUrl())
}

/** The databases everything has to work on. */
function databaseKinds() {
  return [
    { kind: 'PGlite', open: freshPglite, skip: false },
    { kind: 'PostgreSQL', open: freshPostgres, skip: !hasPostgres() },
  ]
}

/** Runs the same tests with either database for a house to open: whoever takes it closes it. */
export function describeOnEitherDatabase(name: string, define: (open: () => Promise<OpenDatabase>) => void): void {
  for (const { kind, open, skip } of databaseKinds()) {
    describe.skipIf(skip)(`${name} (${kind})`, () => {
      define(open)
    })
  }
}

/**
 * Runs the same tests on the embedded database and on PostgreSQL. `database()` is one migrated database for all tests
 * of the block; tests keep apart by making units and accounts of their own.
 */
export function describeOnBothDatabases(name: string, define: (database: () => OpenDatabase) => void): void {
  for (const { kind, open, skip } of databaseKinds()) {
    describe.skipIf(skip)(`${name} (${kind})`, () => {
      let database: OpenDatabase
      beforeAll(async () => {
        database = await open()
      })
      afterAll(async () => {
        await database.close()
      })
      define(() => database)
    })
  }
}
