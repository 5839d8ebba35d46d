import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal } from '@nguon/contract/platform'
import { type Account, addFailure, failureLimits, lockedMinutes } from '@nguon/domain/identity'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { findFailures, holdFailures, saveFailures } from './sign-in-store.ts'

/** Refuses while the name from this address, or the address, is locked; whether the account exists makes no difference. */
export async function refuseWhileLocked(
  { db, clock }: { db: Database; clock: Clock },
  userName: string,
  address: string,
): Promise<void> {
  const now = clock.now()
  for (const name of [userName, '']) {
    const minutes = lockedMinutes(await findFailures(db, name, address), now)
    if (minutes !== null) throw new Refusal(sessionRefusals.SIGN_IN_LOCKED, { minutes })
  }
}

/**
 * Counts a wrong password or code, in a transaction of its own because the attempt itself is rolled back, and throws
 * when this one locks. The trail names the account if there is one, never what was typed: people type passwords there.
 */
export async function countFailure(
  { db, clock }: { db: Database; clock: Clock },
  attempt: { userName: string; address: string; account: Account | null; what: 'password' | 'code' },
): Promise<void> {
  const minutes = await transact(db, async tx => {
    const { account, address } = attempt
    const now = clock.now()
    await holdFailures(tx, address)
    const ofName = addFailure(await findFailures(tx, attempt.userName, address), failureLimits.name, now)
    const ofAddress = addFailure(await findFailures(tx, '', address), failureLimits.address, now)
    await saveFailures(tx, attempt.userName, address, ofName)
    await saveFailures(tx, '', address, ofAddress)
    const locked = lockedMinutes(ofName, now) ?? lockedMinutes(ofAddress, now)
    await writeAudit(
      tx,
      { clock },
      {
        actor: null,
        action: locked === null ? 'identity.failToSignIn' : 'identity.lockSignIn',
        unitId: account?.unitId ?? null,
        subjectId: account?.id ?? null,
        details: { wrong: attempt.what, known: account !== null, ...(locked === null ? {} : { minutes: locked }) },
        address,
      },
    )
    return locked
  })
  if (minutes !== null) throw new Refusal(sessionRefusals.SIGN_IN_LOCKED, { minutes })
}
