import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { OpenDatabase, Transaction } from './database.ts'

/** Work to be done soon after a commit, at least once. `Data` holds ids, never what can be read from the database. */
export interface JobKind<Data extends object> {
  readonly name: string
  /** How long one attempt may take, and how often it is tried again, each time later. */
  readonly expireInSeconds: number
  readonly retryLimit: number
  readonly data?: Data
}

/** A job whose server died is tried again after about this long, whatever time one attempt may take. */
const presumedGoneSeconds = 20
const lookEverySeconds = 10

export function jobKind<Data extends object>(
  name: string,
  { expireInSeconds = 60, retryLimit = 5 }: { expireInSeconds?: number; retryLimit?: number } = {},
): JobKind<Data> {
  return { name, expireInSeconds, retryLimit }
}

export interface Jobs {
  /** In the caller's transaction: the job exists exactly when the change does. */
  enqueue<Data extends object>(tx: Transaction, kind: JobKind<Data>, data: Data): Promise<void>
  /** Registers the one handler of a kind. Before `start`. */
  handle<Data extends object>(kind: JobKind<Data>, handler: (data: Data) => Promise<void>): void
  start(): Promise<void>
  stop(): Promise<void>
}

/** pg-boss carries "now" and nothing else: what is due at a date is a query with the clock (see `ticker.ts`). */
export async function openJobs(database: OpenDatabase, { log }: { log: Logger }): Promise<Jobs> {
  const embedded = 'db' in database.jobs
  const boss = new PgBoss({
    ...database.jobs,
    ...(embedded ? { backend: 'pglite' as const } : { max: 4 }),
    schema: 'jobs',
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: lookEverySeconds,
    monitorIntervalSeconds: lookEverySeconds,
  })
  boss.on('error', error => log.error({ error }, 'jobs'))
  const handlers = new Map<string, { kind: JobKind<object>; handler: (data: object) => Promise<void> }>()
  await boss.start()
  return {
    enqueue: async (tx, kind, data) => {
      if (!handlers.has(kind.name)) throw new Error(`no handler for job ${kind.name}`)
      await boss.send(kind.name, data, { db: fromKysely(tx) })
    },
    handle: (kind, handler) => {
      if (handlers.has(kind.name)) throw new Error(`a second handler for job ${kind.name}`)
      handlers.set(kind.name, { kind, handler: handler as (data: object) => Promise<void> })
    },
    start: async () => {
      for (const { kind, handler } of handlers.values()) {
        await boss.createQueue(kind.name, {
          notify: true,
          retryLimit: kind.retryLimit,
          retryBackoff: true,
          retryDelay: 1,
          expireInSeconds: kind.expireInSeconds,
          heartbeatSeconds: presumedGoneSeconds,
        })
        await boss.work<object>(
          kind.name,
          { batchSize: 1, pollingIntervalSeconds: 2, localConcurrency: 2 },
          async jobs => {
            for (const job of jobs) {
              try {
                await handler(job.data)
              } catch (error) {
                log.error({ error, job: kind.name, data: job.data }, 'a job failed')
                throw error
              }
            }
          },
        )
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  }
}
