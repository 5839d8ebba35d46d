import { findAccount } from '@nguon/server/identity'
import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal } from '@nguon/contract/platform'
import type { Account } from '@nguon/domain/identity'
import type { AccountId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Database, transact } from '@nguon/server/platform'
import { type Caller, passCookies } from './cookies.ts'
import { readLink, useLink } from './one-time-link.ts'
import { deleteSessions } from './session-store.ts'
import { hashGoodPassword, setPassword } from './set-password.ts'
import { openByPassword, type SignInParts, type SignInState } from './sign-in.ts'

async function invited(db: Database, accountId: AccountId | null): Promise<Account> {
  const account = accountId === null ? null : await findAccount(db, accountId)
  if (!account) throw new Refusal(sessionRefusals.LINK_NOT_USABLE)
  if (account.locked) throw new Refusal(sessionRefusals.ACCOUNT_LOCKED)
  return account
}

/** Whom an invitation is for; the invitation stays open. */
export async function readInvitation(parts: SignInParts, token: string): Promise<Pick<Account, 'userName' | 'name'>> {
  const { userName, name } = await invited(parts.db, await readLink(parts.db, parts, 'invitation', token))
  return { userName, name }
}

/** Sets the password of the invited account, ends its older sessions, and signs it in. */
export async function acceptInvitation(
  parts: SignInParts,
  caller: Caller,
  { token, password }: { token: string; password: string },
): Promise<SignInState> {
  const { userName } = await readInvitation(parts, token)
  const hash = await hashGoodPassword(password, userName, 'password')
  const { state, headers } = await transact(parts.db, async tx => {
    const account = await invited(tx, await useLink(tx, parts, 'invitation', token))
    await setPassword(tx, parts, account, hash)
    await deleteSessions(tx, account.id, 'all')
    await writeAudit(tx, parts, {
      actor: { accountId: account.id, name: account.name },
      action: 'identity.acceptInvitation',
      unitId: account.unitId,
      subjectId: account.id,
      address: caller.address,
    })
    return openByPassword(tx, parts, caller, { account, hash, password })
  })
  passCookies(headers, caller)
  return state
}
