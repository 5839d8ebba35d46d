import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { OpenDatabase, Transaction } from './database.ts'
import { type ListenOptions, listenOnPostgres } from './listen-on-postgres.ts'
import { afterCommit } from './transaction-guard.ts'

/** Where it was announced: in this process, or in another one on the same database. */
export type AnnouncedFrom = 'here' | 'elsewhere'

/** What one module tells those above it, in the past tense, after the commit. Nothing may depend on hearing it. */
export interface Announcement<Payload extends object> {
  /** Heard once the transaction is committed, in every process on the database; never when it is rolled back. */
  announce(tx: Transaction, payload: Payload): Promise<void>
  hear(listener: (payload: Payload, from: AnnouncedFrom) => void | Promise<void>): void
}

export interface Announcements {
  /** Once for each, by the module that owns it, with a name in the past tense. `Payload` holds ids, at most 7 kB of them. */
  named<Payload extends object>(name: string): Announcement<Payload>
  close(): Promise<void>
}

interface Notice {
  readonly by: string
  readonly name: string
  readonly payload: object
}

type Listener = (payload: object, from: AnnouncedFrom) => void | Promise<void>

const channel = 'nguon_announcements'

/** Other processes hear by PostgreSQL's NOTIFY, which is part of the transaction; the embedded database has no others. */
export async function openAnnouncements(
  database: OpenDatabase,
  { log, presence = 'shared' }: { log: Logger; presence?: ListenOptions['presence'] },
): Promise<Announcements> {
  const self = randomUUID()
  const listeners = new Map<string, Listener[]>()
  const tell = async (name: string, payload: object, from: AnnouncedFrom) => {
    for (const listener of listeners.get(name) ?? []) {
      try {
        await listener(payload, from)
      } catch (error) {
        log.error({ error, announcement: name }, 'a listener failed')
      }
    }
  }
  const others =
    'connectionString' in database.jobs
      ? await listenOnPostgres({
          ...database.jobs,
          channel,
          presence,
          hear: text => {
            const { by, name, payload } = JSON.parse(text) as Notice
            if (by !== self) void tell(name, payload, 'elsewhere')
          },
          onFault: error => log.warn({ error }, 'announcements of other processes are not heard now'),
        })
      : null
  return {
    named: <Payload extends object>(name: string): Announcement<Payload> => {
      if (listeners.has(name)) throw new Error(`a second announcement ${name}`)
      const own: Listener[] = []
      listeners.set(name, own)
      return {
        announce: async (tx: Transaction, payload: Payload) => {
          afterCommit(() => void tell(name, payload, 'here'))
          if (!others) return
          const notice: Notice = { by: self, name, payload }
          await sql`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`.execute(tx)
        },
        hear: listener => void own.push(listener as Listener),
      }
    },
    close: async () => {
      await others?.close()
    },
  }
}
