import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import {
  type Account,
  type AccountReach,
  mayCreateAccount,
  mayKeepAccount,
  mayReopenAccount,
} from '@nguon/domain/identity'
import type { AccountId, Actor, Role, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { newId, requireRight, transact, type Transaction } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { accountToKeep, type AccountParts, type Acting } from './account-parts.ts'
import { makeLink } from './one-time-link.ts'
import { deleteSessions } from './session-store.ts'
import { deleteSecondFactor } from './sign-in-store.ts'
import { changeAccount, findAccountNamed, insertAccount, insertGrant } from './store.ts'

export interface NewAccount {
  readonly unitId: UnitId | null
  readonly userName: string
  readonly name: string
  readonly position: string
  readonly phone: string | null
  /** Held in the account's own unit from now on. */
  readonly roles: readonly Role[]
}

/** Makes an account without a password, for a person or, with a null actor, for the set-up and the demo. */
export async function addAccount(
  tx: Transaction,
  { clock }: Pick<AccountParts, 'clock'>,
  { actor, address }: { actor: Acting['actor'] | null; address: string | null },
  { roles, ...given }: NewAccount,
): Promise<Account> {
  if (await findAccountNamed(tx, given.userName)) {
    throw new Refusal(accountRefusals.USER_NAME_TAKEN, { userName: given.userName, field: 'userName' })
  }
  const now = clock.now()
  const account = await insertAccount(tx, { ...given, id: newId(now), createdAt: now })
  const { unitId } = given
  for (const role of unitId === null ? [] : new Set(roles)) {
    const grant = { id: newId<'grant'>(now), accountId: account.id, role, unitId: unitId as UnitId, deputyFor: null }
    await insertGrant(tx, { ...grant, validFrom: now, validTo: null }, actor?.accountId ?? null, now)
  }
  const details = { userName: given.userName, name: given.name, roles }
  await writeAudit(
    tx,
    { clock },
    {
      actor,
      action: 'identity.createAccount',
      unitId,
      subjectId: account.id,
      details,
      address,
    },
  )
  return account
}

/** Makes an account in a unit, and the link its owner sets a password with. */
export async function createAccount(parts: AccountParts, by: Acting, input: NewAccount & { unitId: UnitId }) {
  return transact(parts.db, async tx => {
    requireRight(mayCreateAccount(by.actor, await readUnitPath(tx, parts, input.unitId)))
    const account = await addAccount(tx, parts, by, input)
    return { account, invitation: await makeLink(tx, parts, 'invitation', account.id) }
  })
}

interface Change {
  readonly id: AccountId
  readonly action: string
  readonly details?: Record<string, unknown>
  /** Who may, when it is not whoever keeps the account. */
  readonly right?: (actor: Actor, account: AccountReach) => boolean
}

/** A change an administrator makes to an account: held, allowed, done and written into the trail. */
async function keep<Result>(
  parts: AccountParts,
  by: Acting,
  { right = mayKeepAccount, ...given }: Change,
  change: (tx: Transaction, account: Account) => Promise<Result>,
): Promise<Result> {
  return transact(parts.db, async tx => {
    const account = await accountToKeep(tx, parts, { actor: by.actor, right, id: given.id })
    const result = await change(tx, account)
    const { id: subjectId, action, details = {} } = given
    await writeAudit(tx, parts, { ...by, action, unitId: account.unitId, subjectId, details })
    return result
  })
}

/** Corrects name, position and telephone. */
export async function updateAccount(
  parts: AccountParts,
  by: Acting,
  input: { id: AccountId; version: number } & Pick<Account, 'name' | 'position' | 'phone'>,
): Promise<Account> {
  const { id, version, name, position, phone } = input
  const details = { name, position, phone }
  return keep(parts, by, { id, action: 'identity.updateAccount', details }, (tx, account) => {
    if (account.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: account.version })
    return changeAccount(tx, id, details, parts.clock.now())
  })
}

/** Locks an account and ends all its sessions at once. */
export async function lockAccount(
  parts: AccountParts,
  by: Acting,
  { id, reason }: { id: AccountId; reason: string },
): Promise<Account> {
  return keep(parts, by, { id, action: 'identity.lockAccount', details: { reason } }, async tx => {
    await deleteSessions(tx, id, 'all')
    return changeAccount(tx, id, { locked: true, lockReason: reason }, parts.clock.now())
  })
}

export async function unlockAccount(parts: AccountParts, by: Acting, id: AccountId): Promise<Account> {
  return keep(parts, by, { id, action: 'identity.unlockAccount' }, tx =>
    changeAccount(tx, id, { locked: false, lockReason: null }, parts.clock.now()),
  )
}

/** A new link to set a password with; the old password holds until it is used. */
export async function inviteAccount(parts: AccountParts, by: Acting, id: AccountId) {
  return keep(parts, by, { id, action: 'identity.inviteAccount', right: mayReopenAccount }, tx =>
    makeLink(tx, parts, 'invitation', id),
  )
}

/** Takes the second factor off, for one who lost phone and recovery codes; sessions end. */
export async function resetSecondFactor(parts: AccountParts, by: Acting, id: AccountId): Promise<Account> {
  return keep(parts, by, { id, action: 'identity.resetSecondFactor', right: mayReopenAccount }, async tx => {
    await deleteSecondFactor(tx, id)
    await deleteSessions(tx, id, 'all')
    return changeAccount(tx, id, { twoFactorEnabled: false }, parts.clock.now())
  })
}
