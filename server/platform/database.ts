import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { ltree } from '@electric-sql/pglite/contrib/ltree'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import {
  CamelCasePlugin,
  type Dialect,
  type Driver,
  Kysely,
  PGliteDialect,
  PostgresDialect,
  type Transaction as KyselyTransaction,
} from 'kysely'
import pg from 'pg'
import { type Db as JobsDatabase, fromPglite } from 'pg-boss'
import { refuseIfFull, refuseLastRoom } from './disk-room.ts'
import { insideTransaction, refuseInsideTransaction } from './transaction-guard.ts'

/** No table is known here: each `store.ts` adds its own with `withTables`. */
export type NoTables = Record<never, never>

/** For reading. A transaction will do as well. */
export type Database = Kysely<NoTables>

/** For writing: every function that changes something takes one. */
export type Transaction = KyselyTransaction<NoTables>

export interface OpenDatabase {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Database
  /** The handle for pg-boss: the guarded embedded database, or null to connect by `url`. */
  readonly jobs: { readonly db: JobsDatabase } | { readonly connectionString: string }
  /** Runs several statements of SQL as one transaction, outside of Kysely: for migrations. */
  executeScript(script: string): Promise<void>
  /** The embedded database as one archive, to be opened again as a `dump`; null on PostgreSQL, which has tools of its own. */
  dump: (() => Promise<Blob>) | null
  close(): Promise<void>
}

/** Runs `work` in one transaction and, once it is committed, what it announced. Refuses to nest. Throws NO_ROOM on a full disk. */
export async function transact<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  refuseInsideTransaction('a second transaction')
  const { value, afterCommit } = await db
    .transaction()
    .execute(tx => insideTransaction(() => work(tx)))
    .catch((error: unknown) => {
      throw refuseIfFull(error)
    })
  for (const run of afterCommit) run()
  return value
}

/**
 * Wraps a dialect so that the root handle throws when its caller is inside a transaction. For the embedded database it
 * also takes over Kysely's queue for the one connection, which would wait before anyone could be asked.
 */
function guarded(dialect: Dialect, beforeWriting: () => Promise<void> = async () => {}): Dialect {
  const single = dialect.createAdapter().supportsMultipleConnections === false
  return {
    createAdapter: () => withMember(dialect.createAdapter(), 'supportsMultipleConnections', () => true),
    createIntrospector: db => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => guardedDriver(dialect.createDriver(), single, beforeWriting),
  }
}

function guardedDriver(driver: Driver, single: boolean, beforeWriting: () => Promise<void>): Driver {
  let turn: Promise<void> = Promise.resolve()
  let endTurn = () => {}
  const acquired = withMember(driver, 'acquireConnection', target => {
    return async (...args: Parameters<Driver['acquireConnection']>) => {
      refuseInsideTransaction('the root database handle was used')
      if (!single) return target.acquireConnection(...args)
      const before = turn
      const { promise, resolve } = Promise.withResolvers<void>()
      turn = promise
      await before
      endTurn = resolve
      return target.acquireConnection(...args)
    }
  })
  const begun = withMember(acquired, 'beginTransaction', target => {
    return async (...args: Parameters<Driver['beginTransaction']>) => {
      await beforeWriting()
      return target.beginTransaction(...args)
    }
  })
  return withMember(begun, 'releaseConnection', target => {
    return async (...args: Parameters<Driver['releaseConnection']>) => {
      await target.releaseConnection(...args)
      endTurn()
    }
  })
}

/** The object with one member replaced; everything else is the object's own. */
function withMember<T extends object, K extends keyof T>(object: T, member: K, replacement: (target: T) => T[K]): T {
  return new Proxy(object, {
    get(target, property) {
      if (property === member) return replacement(target)
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** `bigint` columns hold counters, far below 2^53: they are numbers on both databases. */
const int8 = pg.types.builtins.INT8

const plugins = () => [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** The same wall for those who speak to PGlite without Kysely. */
function guardedPglite(pglite: PGlite): PGlite {
  const query = withMember(pglite, 'query', target => (...args: Parameters<PGlite['query']>) => {
    refuseInsideTransaction('the embedded database was used')
    return target.query(...args) as never
  })
  return withMember(query, 'exec', target => (...args: Parameters<PGlite['exec']>) => {
    refuseInsideTransaction('the embedded database was used')
    return target.exec(...args)
  })
}

/** The embedded database: in a folder, in memory from a dump of one, or in memory and empty. */
export async function openPglite(where: { folder: string } | { dump: Blob } | 'memory'): Promise<OpenDatabase> {
  const folder = typeof where === 'object' && 'folder' in where ? join(where.folder, 'database') : null
  if (folder) await mkdir(folder, { recursive: true })
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(typeof where === 'object' && 'dump' in where ? { loadDataDir: where.dump } : {}),
    extensions: { btree_gist, ltree, unaccent },
    parsers: { [int8]: Number },
  })
  const dialect = guarded(new PGliteDialect({ pglite }), async () => {
    if (folder) await refuseLastRoom(folder)
  })
  const db: Database = new Kysely<NoTables>({ dialect, plugins: plugins() })
  return {
    kind: 'pglite',
    db,
    jobs: { db: fromPglite(guardedPglite(pglite)) },
    executeScript: async script => {
      await pglite.transaction(async tx => {
        await tx.exec(script)
      })
    },
    dump: () => pglite.dumpDataDir('none'),
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

export function openPostgres(url: string, { connections = 10 } = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    statement_timeout: 60_000,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db: Database = new Kysely<NoTables>({ dialect: guarded(new PostgresDialect({ pool })), plugins: plugins() })
  return {
    kind: 'postgres',
    db,
    jobs: { connectionString: url },
    executeScript: async script => {
      const client = await pool.connect()
      try {
        await client.query(`BEGIN;\n${script}\n;COMMIT`)
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    dump: null,
    close: () => db.destroy(),
  }
}
