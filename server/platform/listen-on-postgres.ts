import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface ListenOptions {
  readonly connectionString: string
  readonly channel: string
  hear(payload: string): void
  /** The connection was lost; it is made again every second until it stands. */
  onFault(error: unknown): void
}

/** Hears NOTIFY on a connection of its own until closed. What is notified while the connection is away is not heard. */
export async function listenOnPostgres(options: ListenOptions): Promise<{ close(): Promise<void> }> {
  const { connectionString, channel, hear, onFault } = options
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
  return {
    close: async () => {
      closing.abort()
      await client?.end()
      await listening
    },
  }
}
