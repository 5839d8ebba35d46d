import { sessionRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Account, judgePassword, passwordLength } from '@nguon/domain/identity'
import type { Actor } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, newId, transact, type Transaction } from '@nguon/server/platform'
import { hashPassword } from 'better-auth/crypto'
import type { Caller } from './cookies.ts'
import { requirePassword } from './second-factor.ts'
import { deleteSessions } from './session-store.ts'
import { currentSession } from './sessions.ts'
import type { SignInParts } from './sign-in.ts'
import { savePasswordHash } from './sign-in-store.ts'

const refusals = {
  TOO_SHORT: sessionRefusals.PASSWORD_TOO_SHORT,
  TOO_COMMON: sessionRefusals.PASSWORD_TOO_COMMON,
  HAS_USER_NAME: sessionRefusals.PASSWORD_HAS_USER_NAME,
} as const

/** The hash of a password that may be used. Takes a tenth of a second, so before the transaction, not inside. */
export async function hashGoodPassword(password: string, userName: string, field: string): Promise<string> {
  const fault = judgePassword(password, userName)
  if (fault) throw new Refusal(refusals[fault], { field, minimum: passwordLength.minimum })
  return hashPassword(password)
}

export async function setPassword(
  tx: Transaction,
  { clock }: { clock: Clock },
  account: Pick<Account, 'id'>,
  password: string,
): Promise<void> {
  const now = clock.now()
  await savePasswordHash(tx, { id: newId(now), accountId: account.id, password, now })
}

/** Changes one's own password and signs out everywhere else. */
export async function changePassword(
  parts: SignInParts,
  caller: Caller,
  actor: Actor,
  input: { current: string; next: string },
): Promise<void> {
  const { account } = await requirePassword(parts, caller, actor, input.current)
  const hash = await hashGoodPassword(input.next, account.userName, 'next')
  await transact(parts.db, async tx => {
    const session = await currentSession(tx, parts, caller.headers)
    if (!session) throw new Refusal(platformRefusals.UNAUTHENTICATED)
    await setPassword(tx, parts, account, hash)
    await deleteSessions(tx, account.id, { except: session.id })
    const subject = { unitId: account.unitId, subjectId: account.id, address: caller.address }
    await writeAudit(tx, parts, { actor, action: 'identity.changePassword', ...subject })
  })
}
