import { accountsContract } from '@nguon/contract/identity'
import type { AccountId } from '@nguon/domain/platform'
import type { Following } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import type { AccountParts } from './account-parts.ts'
import { grantRole, revokeRole } from './grant-role.ts'
import { lockAccount, unlockAccount, updateAccount } from './keep-account.ts'
import { listAccountsOf, readAccount } from './list-accounts.ts'
import { readSignInPolicy, setSignInPolicy } from './sign-in-policy.ts'

/** What administrators do about the accounts of their units. */
export function accountRoutes(parts: AccountParts & { locked: Following<{ accountId: AccountId }> }) {
  const os = implement(accountsContract).$context<RequestContext>().use(operationGuard)
  const by = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })
  return {
    list: os.list.handler(({ context, input }) => listAccountsOf(parts, by(context), input)),
    read: os.read.handler(({ context, input }) => readAccount(parts, by(context), input.id)),
    update: os.update.handler(({ context, input }) => updateAccount(parts, by(context), input)),
    lock: os.lock.handler(({ context, input }) => lockAccount(parts, by(context), input)),
    unlock: os.unlock.handler(({ context, input }) => unlockAccount(parts, by(context), input.id)),
    grantRole: os.grantRole.handler(({ context, input }) => grantRole(parts, by(context), input)),
    revokeRole: os.revokeRole.handler(({ context, input }) => revokeRole(parts, by(context), input)),
    readSignInPolicy: os.readSignInPolicy.handler(({ context, input }) =>
      readSignInPolicy(parts, by(context), input.unitId),
    ),
    setSignInPolicy: os.setSignInPolicy.handler(({ context, input }) => setSignInPolicy(parts, by(context), input)),
  }
}
