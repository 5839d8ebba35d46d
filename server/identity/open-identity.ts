import type { AccountId, Actor } from '@nguon/domain/platform'
import { type Database, following, type Platform, type Transaction } from '@nguon/server/platform'
import { addAccount, type NewAccount } from './keep-account.ts'
import { readActor } from './read-actor.ts'
import { accountRoutes } from './routes.ts'
import { unitSetRoutes } from './unit-set-routes.ts'

export function openIdentity({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const locked = following<{ accountId: AccountId }>()
  const parts = { db, clock, locked }
  return {
    accounts: accountRoutes(parts),
    unitSets: unitSetRoutes(parts),
    /** An account was locked: what it has open ends in the same transaction. */
    locked,
    readActor: (handle: Database, accountId: AccountId): Promise<Actor | null> => readActor(handle, parts, accountId),
    /** Makes an account as the system itself: for the demo and the tests. It has no password. */
    addAccount: (tx: Transaction, account: NewAccount) =>
      addAccount(tx, parts, { actor: null, address: null }, account),
  }
}

export type Identity = ReturnType<typeof openIdentity>
