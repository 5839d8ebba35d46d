import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { Registry, collectDefaultMetrics } from 'prom-client'
import { sql } from 'kysely'
import { type Announcements, openAnnouncements } from './announcements.ts'
import { type Clock, systemClockIn } from './clock.ts'
import type { Config } from './config.ts'
import { type Database, type OpenDatabase, openPglite, openPostgres, transact } from './database.ts'
import { type FileStore, openFileStore } from './files.ts'
import { lockFolder } from './folder-lock.ts'
import { freeBytes, roomOnDisk } from './disk-room.ts'
import type { HealthCheck } from './health.ts'
import { forgetAnswers } from './idempotency.ts'
import { type Jobs, openJobs } from './jobs.ts'
import type { ListenOptions } from './listen-on-postgres.ts'
import { measure } from './measure.ts'
import { migrate } from './migrate.ts'
import { backUpBeforeOpening } from './rolling-backup.ts'
import { databaseFaultOf } from './start-fault.ts'
import { openTicker, type Ticker } from './ticker.ts'

/** What the ground floor offers to every module. A function takes of it only what it names. */
export interface Platform {
  readonly config: Config
  readonly log: Logger
  readonly clock: Clock
  readonly db: Database
  readonly databaseKind: OpenDatabase['kind']
  readonly jobs: Jobs
  readonly announcements: Announcements
  readonly ticker: Ticker
  readonly files: FileStore
  readonly metrics: Registry
  readonly health: HealthCheck[]
  close(): Promise<void>
}

export async function openPlatform(
  config: Config,
  given: { clock?: Clock; database?: OpenDatabase; log?: Logger; presence?: ListenOptions['presence'] } = {},
): Promise<Platform> {
  const log =
    given.log ?? pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } }, pino.destination(2))
  const clock = given.clock ?? systemClockIn(config.zone)
  // Servers on one PostgreSQL share the folder of their files; the embedded database belongs to one process.
  const lock = config.databaseUrl ? null : await lockFolder(config.dataFolder)
  if (!given.database && !config.databaseUrl) await backUpBeforeOpening(config.dataFolder, clock.now())
  const database =
    given.database ??
    (config.databaseUrl ? openPostgres(config.databaseUrl) : await openPglite({ folder: config.dataFolder }))
  const fresh = await migrate(database, { clock }).catch(async (error: unknown) => {
    await database.close()
    throw (config.databaseUrl && databaseFaultOf(error, config.databaseUrl)) ?? error
  })
  if (fresh.length > 0) log.info({ migrations: fresh }, 'database migrated')
  const announcements = await openAnnouncements(database, {
    log,
    ...(given.presence ? { presence: given.presence } : {}),
  }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const files = await openFileStore(join(config.dataFolder, 'files'), { clock })
  const jobs = await openJobs(database, { log })
  const ticker = openTicker({ log })
  ticker.every(60 * 60_000, 'forget answers', () => transact(database.db, tx => forgetAnswers(tx, clock.now())))
  if (database.kind === 'pglite') keepTidy(ticker, database)
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  measure(metrics, { name: 'nguon_jobs_waiting', help: 'Jobs not done yet, by kind', label: 'job' }, () =>
    countWaitingJobs(database.db),
  )
  measure(metrics, { name: 'nguon_files_free_bytes', help: 'Room left for files on the disk of the data folder' }, () =>
    freeBytes(config.dataFolder),
  )
  const health: HealthCheck[] = [
    {
      name: 'database',
      check: async () => {
        await sql`SELECT 1`.execute(database.db)
        return null
      },
    },
    roomOnDisk(config.dataFolder),
  ]
  return {
    config,
    log,
    clock,
    db: database.db,
    databaseKind: database.kind,
    jobs,
    announcements,
    ticker,
    files,
    metrics,
    health,
    close: async () => {
      await ticker.stop()
      await jobs.stop()
      await announcements.close()
      await database.close()
      await lock?.release()
    },
  }
}

async function countWaitingJobs(db: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT name, (count(*) FILTER (WHERE state IN ('created', 'retry', 'active')))::int AS count
    FROM jobs.job GROUP BY name`.execute(db)
  return new Map(rows.map(({ name, count }) => [name, count]))
}

/** The embedded database has no autovacuum and no checkpointer of its own. */
function keepTidy(ticker: Ticker, database: OpenDatabase): void {
  ticker.every(10 * 60_000, 'checkpoint', async () => void (await sql`CHECKPOINT`.execute(database.db)))
  ticker.every(60 * 60_000, 'vacuum', async () => void (await sql`VACUUM ANALYZE`.execute(database.db)))
}
