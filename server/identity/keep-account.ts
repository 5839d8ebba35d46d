import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Account, type AccountReach, mayKeepAccount } from '@nguon/domain/identity'
import type { AccountId, Actor, Role, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Following, newId, transact, type Transaction } from '@nguon/server/platform'
import { accountToKeep, type AccountParts, type Acting } from './account-parts.ts'
import { changeAccount, findAccountNamed, insertAccount, insertGrant } from './store.ts'

export interface NewAccount {
  readonly unitId: UnitId | null
  readonly userName: string
  readonly name: string
  readonly position: string
  readonly phone: string | null
  readonly penName?: string
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
  const account = await insertAccount(tx, { penName: '', ...given, id: newId(now), createdAt: now })
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

export interface AccountChange {
  readonly id: AccountId
  readonly action: string
  readonly details?: Record<string, unknown>
  /** Who may, when it is not whoever keeps the account. */
  readonly right?: (actor: Actor, account: AccountReach) => boolean
}

/** A change an administrator makes to an account: held, allowed, done and written into the trail. */
export async function keepAccount<Result>(
  parts: AccountParts,
  by: Acting,
  { right = mayKeepAccount, ...given }: AccountChange,
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

/** Corrects name, position, telephone and pen name. */
export async function updateAccount(
  parts: AccountParts,
  by: Acting,
  input: { id: AccountId; version: number } & Pick<Account, 'name' | 'position' | 'phone' | 'penName'>,
): Promise<Account> {
  const { id, version, name, position, phone, penName } = input
  const details = { name, position, phone, penName }
  return keepAccount(parts, by, { id, action: 'identity.updateAccount', details }, (tx, account) => {
    if (account.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: account.version })
    return changeAccount(tx, id, details, parts.clock.now())
  })
}

/** Locks an account; those who follow end what it has open, at once. */
export async function lockAccount(
  parts: AccountParts & { locked: Following<{ accountId: AccountId }> },
  by: Acting,
  { id, reason }: { id: AccountId; reason: string },
): Promise<Account> {
  return keepAccount(parts, by, { id, action: 'identity.lockAccount', details: { reason } }, async tx => {
    await parts.locked.tell(tx, { accountId: id })
    return changeAccount(tx, id, { locked: true, lockReason: reason }, parts.clock.now())
  })
}

export async function unlockAccount(parts: AccountParts, by: Acting, id: AccountId): Promise<Account> {
  return keepAccount(parts, by, { id, action: 'identity.unlockAccount' }, tx =>
    changeAccount(tx, id, { locked: false, lockReason: null }, parts.clock.now()),
  )
}
