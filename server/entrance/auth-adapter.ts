import { AsyncLocalStorage } from 'node:async_hooks'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import type { BetterAuthOptions } from '@better-auth/core'
import { type Clock, type Database, systemClock, type Transaction } from '@nguon/server/platform'

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>

/** The account library's way to our tables: inside the caller's transaction, and by our clock. */
export interface AuthStore {
  readonly open: (options: BetterAuthOptions) => Adapter
  /** Whatever the library reads or writes during `work` belongs to the transaction. */
  within<T>(tx: Transaction, work: () => Promise<T>): Promise<T>
}

/** Adds to every instant of a structure; leaves everything else as it is. */
function shiftDates(value: unknown, milliseconds: number): unknown {
  if (value instanceof Date) return new Date(value.getTime() + milliseconds)
  if (Array.isArray(value)) return value.map(item => shiftDates(item, milliseconds))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shiftDates(item, milliseconds)]))
}

/**
 * The library takes the time from the machine. Its instants are moved to our clock on their way into the database and
 * back on their way out, so that what it compares with its own time is right by ours.
 */
function byClock(adapter: Adapter, clock: Clock): Adapter {
  const shifted: Adapter = new Proxy(adapter, {
    get(target, name) {
      // The library's own transactions are the caller's, and stay behind this clock.
      if (name === 'transaction') return (work: (inner: Adapter) => Promise<unknown>) => work(shifted)
      const member: unknown = Reflect.get(target, name, target)
      if (typeof member !== 'function') return member
      return async (...args: unknown[]) => {
        const difference = clock.now() - systemClock.now()
        const offset = Math.abs(difference) < 1000 ? 0 : difference
        const result: unknown = await Reflect.apply(member, target, shiftDates(args, offset) as unknown[])
        return shiftDates(result, -offset)
      }
    },
  })
  return shifted
}

export function authStore(db: Database, { clock }: { clock: Clock }): AuthStore {
  const current = new AsyncLocalStorage<Adapter>()
  let options: BetterAuthOptions = {}
  const on = (handle: Database) =>
    byClock(kyselyAdapter(handle.withSchema('identity'), { type: 'postgres' })(options), clock)
  return {
    open: given => {
      options = given
      const outside = on(db)
      return new Proxy(outside, {
        get: (_, name) => {
          const adapter = current.getStore() ?? outside
          const member: unknown = Reflect.get(adapter, name, adapter)
          return typeof member === 'function' ? (member.bind(adapter) as unknown) : member
        },
      })
    },
    within: (tx, work) => current.run(on(tx), work),
  }
}
