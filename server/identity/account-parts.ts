import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Account, type AccountReach } from '@nguon/domain/identity'
import type { AccountId, Actor } from '@nguon/domain/platform'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { heldNotEnded, holdAccount } from './store.ts'
import { readLastUnitPaths } from './unit-paths.ts'

/** What the operations about accounts need. */
export interface AccountParts {
  readonly db: Database
  readonly clock: Clock
}

/** Who acts, and from where. */
export interface Acting {
  readonly actor: Actor
  readonly address: string
}

async function reachOf(db: Database, { clock }: Pick<AccountParts, 'clock'>, account: Account): Promise<AccountReach> {
  const grants = await heldNotEnded(db, [account.id], clock.now())
  const own = grants.filter(grant => grant.deputyFor === null).map(grant => grant.unitId)
  const paths = await readLastUnitPaths(db, { clock }, [...own, ...(account.unitId === null ? [] : [account.unitId])])
  return {
    accountId: account.id,
    unitPath: (account.unitId === null ? undefined : paths.get(account.unitId)) ?? null,
    grantPaths: own.flatMap(unitId => {
      const path = paths.get(unitId)
      return path === undefined ? [] : [path]
    }),
  }
}

/** The account, held for a change the actor has the right to. An account that does not exist is refused alike. */
export async function accountToKeep(
  tx: Transaction,
  parts: Pick<AccountParts, 'clock'>,
  { actor, right, id }: { actor: Actor; right: (actor: Actor, account: AccountReach) => boolean; id: AccountId },
): Promise<Account> {
  const account = await holdAccount(tx, id)
  if (!account) throw new Refusal(platformRefusals.FORBIDDEN)
  requireRight(right(actor, await reachOf(tx, parts, account)))
  return account
}
