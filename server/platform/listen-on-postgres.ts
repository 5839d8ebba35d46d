import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartFault } from './start-fault.ts'

export interface ListenOptions {
  readonly connectionString: string
  readonly channel: string
  /** Held as long as the connection stands: many share the database, or one has it alone. */
  readonly presence: 'shared' | 'alone'
  hear(payload: string): void
  /** The connection was lost; it is made again every second until it stands. */
  onFault(error: unknown): void
}

/** One number for every server on one database. */
const presenceLock = 7_305_141

/**
 * Hears NOTIFY on a connection of its own until closed. What is notified while the connection is away is not heard.
 * @throws StartFault when the database belongs to another alone, or is to be had alone and others are there
 */
export async function listenOnPostgres(options: ListenOptions): Promise<{ close(): Promise<void> }> {
  const { connectionString, channel, presence, hear, onFault } = options
  const lock = presence === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
  let refused: StartFault | null = null
  const closing = new AbortController()
  let client: pg.Client | null = null
  let tried = () => {}
  const firstTry = new Promise<void>(resolve => (tried = resolve))

  async function listenOnce(): Promise<void> {
    const own = new pg.Client({ connectionString, keepAlive: true })
    client = own
    own.on('error', onFault)
    own.on('notification', ({ payload }) => hear(payload ?? ''))
    const ended = new Promise<void>(resolve => void own.once('end', () => resolve()))
    await own.connect()
    const { rows } = await own.query<{ held: boolean }>(`SELECT ${lock}(${presenceLock}) AS held`)
    if (!rows[0]?.held) {
      refused = inUse(presence)
      await own.end()
      throw refused
    }
    refused = null
    await own.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    tried()
    await ended
  }

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenOnce().catch(onFault)
      tried()
      await sleep(1000, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  const listening = listen()
  await firstTry
  if (refused !== null) {
    closing.abort()
    await listening
    throw refused as StartFault
  }
  return {
    close: async () => {
      closing.abort()
      await client?.end()
      await listening
    },
  }
}

function inUse(presence: ListenOptions['presence']): StartFault {
  return new StartFault(
    presence === 'alone'
      ? 'Còn một tiến trình Nguồn đang chạy trên cơ sở dữ liệu này. Hãy dừng mọi tiến trình rồi làm lại. (A server is running on this database: stop every one first.)'
      : 'Cơ sở dữ liệu này đang được thay khóa bí mật. Hãy đợi việc đó xong rồi khởi động lại. (The secrets of this database are being sealed anew: wait for the end of it.)',
  )
}
