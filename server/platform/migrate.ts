import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { OpenDatabase } from './database.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))

/** One number for the advisory lock of all migrating processes on one database. */
const migrationLock = 7_305_135

/**
 * Applies what `server/migrations/` holds and the database does not, in order of name, each file in one transaction.
 * Forward only: a file that was applied and has changed since is an error, not a second run.
 */
export async function migrate(database: OpenDatabase, { clock }: { clock: Clock }): Promise<readonly string[]> {
  await database.executeScript(`
    SELECT pg_advisory_xact_lock(${migrationLock});
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL);`)
  const { rows } = await sql<{ name: string; sha256: string }>`SELECT name, sha256 FROM platform.migration`.execute(
    database.db,
  )
  const applied = new Map(rows.map(row => [row.name, row.sha256]))
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const fresh: string[] = []
  for (const name of names) {
    const script = await readFile(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(script).digest('hex')
    const before = applied.get(name)
    if (before === sha256) continue
    if (before) throw new Error(`migration ${name} was applied in another form; add a new one instead of changing it`)
    await database.executeScript(`
      SELECT pg_advisory_xact_lock(${migrationLock});
      INSERT INTO platform.migration (name, sha256, applied_at)
      VALUES ('${name.replaceAll("'", "''")}', '${sha256}', to_timestamp(${clock.now() / 1000}));
      ${script}`)
    fresh.push(name)
  }
  return fresh
}
