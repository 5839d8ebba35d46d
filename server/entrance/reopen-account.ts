import { type Account, mayCreateAccount, mayReopenAccount } from '@nguon/domain/identity'
import type { AccountId, UnitId } from '@nguon/domain/platform'
import {
  type AccountParts,
  type Acting,
  addAccount,
  changeAccount,
  keepAccount,
  type NewAccount,
} from '@nguon/server/identity'
import { transact } from '@nguon/server/platform'
import { readLivingUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { makeLink } from './one-time-link.ts'
import { deleteSessions } from './session-store.ts'
import { deleteSecondFactor } from './sign-in-store.ts'

/** Makes an account in a unit, and the link its owner sets a password with. */
export async function createAccount(parts: AccountParts, by: Acting, input: NewAccount & { unitId: UnitId }) {
  return transact(parts.db, async tx => {
    requireRight(mayCreateAccount(by.actor, await readLivingUnitPath(tx, parts, input.unitId)))
    const account = await addAccount(tx, parts, by, input)
    return { account, invitation: await makeLink(tx, parts, 'invitation', account.id) }
  })
}

/** A new link to set a password with; the old password holds until it is used. */
export async function inviteAccount(parts: AccountParts, by: Acting, id: AccountId) {
  return keepAccount(parts, by, { id, action: 'identity.inviteAccount', right: mayReopenAccount }, tx =>
    makeLink(tx, parts, 'invitation', id),
  )
}

/** Takes the second factor off, for one who lost phone and recovery codes; sessions end. */
export async function resetSecondFactor(parts: AccountParts, by: Acting, id: AccountId): Promise<Account> {
  return keepAccount(parts, by, { id, action: 'identity.resetSecondFactor', right: mayReopenAccount }, async tx => {
    await deleteSecondFactor(tx, id)
    await deleteSessions(tx, id, 'all')
    return changeAccount(tx, id, { twoFactorEnabled: false }, parts.clock.now())
  })
}
