import { findAccount } from '@nguon/server/identity'
import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal, type RefusalKind } from '@nguon/contract/platform'
import type { Account } from '@nguon/domain/identity'
import type { AccountId, Actor } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { transact, type Transaction } from '@nguon/server/platform'
import { APIError } from 'better-auth/api'
import type { Auth } from './auth.ts'
import {
  authHeaders,
  type Caller,
  challengeCookieName,
  openedToken,
  passCookies,
  sessionToken,
  signedCookie,
} from './cookies.ts'
import { countFailure, refuseWhileLocked } from './count-failures.ts'
import { readableCode } from './recovery-codes.ts'
import { markSecondFactor } from './session-store.ts'
import { isPasswordOf, type SignInParts, type SignInState } from './sign-in.ts'
import { findVerification, forgetFailures, spendCode } from './sign-in-store.ts'

/** The library's reasons, in our words; any other is a fault of ours. */
const refusalOf: Readonly<Record<string, RefusalKind>> = {
  INVALID_CODE: sessionRefusals.SECOND_FACTOR_WRONG,
  INVALID_BACKUP_CODE: sessionRefusals.SECOND_FACTOR_WRONG,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: sessionRefusals.SECOND_FACTOR_EXPIRED,
  INVALID_TWO_FACTOR_COOKIE: sessionRefusals.SECOND_FACTOR_EXPIRED,
  TOTP_NOT_ENABLED: sessionRefusals.SECOND_FACTOR_MISSING,
  BACKUP_CODES_NOT_ENABLED: sessionRefusals.SECOND_FACTOR_MISSING,
  TWO_FACTOR_NOT_ENABLED: sessionRefusals.SECOND_FACTOR_MISSING,
  TOTP_ALREADY_ENABLED: sessionRefusals.SECOND_FACTOR_EXISTS,
}

function asRefusal(error: unknown): Refusal {
  const kind = error instanceof APIError ? refusalOf[String(error.body?.['code'])] : undefined
  if (!kind) throw error
  return new Refusal(kind)
}

/**
 * Asks the library about a code. A refusal comes back as a value: the attempt it has counted must be committed.
 * On success the session that was opened or confirmed is marked.
 */
async function verify(
  tx: Transaction,
  { clock, auth }: Omit<SignInParts, 'db'>,
  { account, code, headers, token }: { account: Account; code: string; headers: Headers; token: string | null },
): Promise<{ cookies: Headers } | { refusal: Refusal }> {
  const isTotp = /^\d{6}$/.test(code)
  const call = { headers, returnHeaders: true } as const
  try {
    const answer = await auth.within(tx, async () =>
      isTotp
        ? auth.api.verifyTOTP({ ...call, body: { code } })
        : auth.api.verifyBackupCode({ ...call, body: { code } }),
    )
    const opened = openedToken(answer.headers, auth) ?? token
    if (opened === null) throw new Error('the code was right and no session was opened')
    if (isTotp && !(await spendCode(tx, account.id, code))) throw new Refusal(sessionRefusals.SECOND_FACTOR_WRONG)
    await markSecondFactor(tx, opened, clock.now())
    return { cookies: answer.headers }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return { refusal: asRefusal(error) }
  }
}

async function attempt(
  parts: SignInParts,
  caller: Caller,
  given: { account: Account; code: string; cookieName: string; token: string | null; action: string },
): Promise<void> {
  const { account } = given
  const failure = { userName: account.userName, address: caller.address, account, what: 'code' } as const
  await refuseWhileLocked(parts, account.userName, caller.address)
  try {
    const outcome = await transact(parts.db, async tx => {
      const verified = await verify(tx, parts, { ...given, headers: authHeaders(caller, given.cookieName) })
      if ('refusal' in verified) return verified
      await forgetFailures(tx, account.userName, caller.address)
      await writeAudit(tx, parts, {
        actor: { accountId: account.id, name: account.name },
        action: given.action,
        unitId: account.unitId,
        subjectId: account.id,
        details: { secondFactor: given.code.length === 6 ? 'code' : 'recoveryCode' },
        address: caller.address,
      })
      return verified
    })
    if ('refusal' in outcome) throw outcome.refusal
    passCookies(outcome.cookies, caller)
  } catch (error) {
    const wrong = error instanceof Refusal && error.kind === sessionRefusals.SECOND_FACTOR_WRONG
    if (wrong) await countFailure(parts, failure)
    throw error
  }
}

/** The second step of a sign-in: a code of the authenticator, or a recovery code. */
export async function finishSignIn(parts: SignInParts, caller: Caller, code: string): Promise<SignInState> {
  const { db, clock, auth } = parts
  const cookieName = challengeCookieName(auth)
  const challenge = signedCookie(caller.headers, cookieName, auth.secret)
  const accountId = challenge === null ? null : await findVerification(db, challenge, clock.now())
  const account = accountId === null ? null : await findAccount(db, accountId as AccountId)
  if (!account) throw new Refusal(sessionRefusals.SECOND_FACTOR_EXPIRED)
  if (account.locked) throw new Refusal(sessionRefusals.ACCOUNT_LOCKED)
  await attempt(parts, caller, { account, code, cookieName, token: null, action: 'identity.signIn' })
  return 'signedIn'
}

/** Gives the code within a session: the first time it turns the second factor on. */
export async function giveSecondFactor(parts: SignInParts, caller: Caller, actor: Actor, code: string): Promise<void> {
  const account = await accountOf(parts, actor)
  const token = sessionToken(caller.headers, parts.auth)
  const action = account.hasSecondFactor ? 'identity.giveSecondFactor' : 'identity.turnOnSecondFactor'
  await attempt(parts, caller, { account, code, cookieName: parts.auth.cookieName, token, action })
}

async function accountOf({ db }: Pick<SignInParts, 'db'>, actor: Actor): Promise<Account> {
  const account = await findAccount(db, actor.accountId)
  if (!account) throw new Error('a session of an account that does not exist')
  return account
}

/** The stored hash when the password is the account's own; a wrong one counts like one at sign-in. */
export async function requirePassword(
  parts: SignInParts,
  caller: Caller,
  actor: Actor,
  password: string,
): Promise<{ account: Account; hash: string }> {
  const account = await accountOf(parts, actor)
  await refuseWhileLocked(parts, account.userName, caller.address)
  const hash = await isPasswordOf(parts.db, account, password)
  if (hash !== null) return { account, hash }
  await countFailure(parts, { userName: account.userName, address: caller.address, account, what: 'password' })
  throw new Refusal(sessionRefusals.PASSWORD_WRONG, { field: 'password' })
}

/** Gives an account a secret for its authenticator; it counts from the first code on. */
export async function beginSecondFactor(
  parts: SignInParts,
  caller: Caller,
  actor: Actor,
  password: string,
): Promise<{ uri: string; secret: string; recoveryCodes: string[] }> {
  const { account, hash } = await requirePassword(parts, caller, actor, password)
  const answer = await changeSecondFactor(parts, caller, account, hash, 'identity.beginSecondFactor', (auth, headers) =>
    auth.api.enableTwoFactor({ headers, body: { password, method: 'totp' } }),
  )
  if (answer.method !== 'totp') throw new Error('another second factor than the one asked for')
  const secret = new URL(answer.totpURI).searchParams.get('secret') ?? ''
  const label = encodeURIComponent(`Nguồn:${account.userName}`)
  return {
    uri: `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: 'Nguồn', digits: '6', period: '30' }).toString()}`,
    secret,
    recoveryCodes: answer.backupCodes.map(readableCode),
  }
}

export async function renewRecoveryCodes(
  parts: SignInParts,
  caller: Caller,
  actor: Actor,
  password: string,
): Promise<string[]> {
  const { account, hash } = await requirePassword(parts, caller, actor, password)
  const answer = await changeSecondFactor(
    parts,
    caller,
    account,
    hash,
    'identity.renewRecoveryCodes',
    (auth, headers) => auth.api.generateBackupCodes({ headers, body: { password } }),
  )
  return answer.backupCodes.map(readableCode)
}

async function changeSecondFactor<Answer>(
  { db, clock, auth }: SignInParts,
  caller: Caller,
  account: Account,
  hash: string,
  action: string,
  call: (auth: Auth, headers: Headers) => Promise<Answer>,
): Promise<Answer> {
  return transact(db, async tx => {
    const answer = await auth
      .withinVerified(tx, hash, () => call(auth, authHeaders(caller, auth.cookieName)))
      .catch((error: unknown) => {
        throw asRefusal(error)
      })
    const actor = { accountId: account.id, name: account.name }
    const subject = { unitId: account.unitId, subjectId: account.id, address: caller.address }
    await writeAudit(tx, { clock }, { actor, action, ...subject })
    return answer
  })
}
