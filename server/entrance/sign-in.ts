import { findAccountNamed } from '@nguon/server/identity'
import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal } from '@nguon/contract/platform'
import { type Account, tidyUserName } from '@nguon/domain/identity'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, transact, type Transaction } from '@nguon/server/platform'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Auth } from './auth.ts'
import { authHeaders, type Caller, openedToken, passCookies } from './cookies.ts'
import { countFailure, refuseWhileLocked } from './count-failures.ts'
import { forgetFailures, passwordHashOf } from './sign-in-store.ts'

export interface SignInParts {
  readonly db: Database
  readonly clock: Clock
  readonly auth: Auth
}

export type SignInState = 'signedIn' | 'secondFactorNeeded'

let decoy: Promise<string> | null = null

/** True when the password is the account's. Takes as long for an account that does not exist. */
export async function isPasswordOf(db: Database, account: Account | null, password: string): Promise<string | null> {
  const hash = account ? await passwordHashOf(db, account.id) : null
  decoy ??= hashPassword('no account has this password')
  const right = await verifyPassword({ hash: hash ?? (await decoy), password })
  return right ? hash : null
}

/** Checks name and password and opens a session, or asks for the second factor. */
export async function signIn(
  parts: SignInParts,
  caller: Caller,
  input: { userName: string; password: string },
): Promise<SignInState> {
  const { db } = parts
  const userName = tidyUserName(input.userName)
  await refuseWhileLocked(parts, userName, caller.address)
  const account = await findAccountNamed(db, userName)
  const hash = await isPasswordOf(db, account, input.password)
  if (!account || hash === null) {
    await countFailure(parts, { userName, address: caller.address, account, what: 'password' })
    throw new Refusal(sessionRefusals.SIGN_IN_WRONG)
  }
  if (account.locked) throw new Refusal(sessionRefusals.ACCOUNT_LOCKED)
  const { state, headers } = await transact(db, tx => openByPassword(tx, parts, caller, { account, hash, ...input }))
  passCookies(headers, caller)
  return state
}

/** The part of a sign-in after the password was found right, inside the caller's transaction. */
export async function openByPassword(
  tx: Transaction,
  { clock, auth }: Omit<SignInParts, 'db'>,
  caller: Caller,
  { account, hash, password }: { account: Account; hash: string; password: string },
): Promise<{ state: SignInState; headers: Headers }> {
  const { headers } = await auth.withinVerified(tx, hash, () =>
    auth.api.signInUsername({
      body: { username: account.userName, password },
      headers: authHeaders(caller),
      returnHeaders: true,
    }),
  )
  if (account.hasSecondFactor) return { state: 'secondFactorNeeded', headers }
  if (openedToken(headers, auth) === null) throw new Error('the password was right and no session was opened')
  await forgetFailures(tx, account.userName, caller.address)
  await writeAudit(
    tx,
    { clock },
    {
      actor: { accountId: account.id, name: account.name },
      action: 'identity.signIn',
      unitId: account.unitId,
      subjectId: account.id,
      address: caller.address,
    },
  )
  return { state: 'signedIn', headers }
}
