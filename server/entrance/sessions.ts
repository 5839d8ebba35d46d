import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { isSessionAlive, type SessionId } from '@nguon/domain/identity'
import type { Actor } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Database, transact } from '@nguon/server/platform'
import { authHeaders, type Caller, passCookies, sessionToken } from './cookies.ts'
import { deleteSessions, findSession, type Session, sessionsOf } from './session-store.ts'
import type { SignInParts } from './sign-in.ts'

/** The session of a request; null when there is none or it has ended. */
export async function currentSession(
  db: Database,
  { clock, auth }: Omit<SignInParts, 'db'>,
  headers: Caller['headers'],
): Promise<Session | null> {
  const token = sessionToken(headers, auth)
  const session = token === null ? null : await findSession(db, token)
  return session && isSessionAlive(session, clock.now()) ? session : null
}

/** Where the account is signed in, the latest used first. */
export async function listSessions(
  parts: SignInParts,
  caller: Caller,
  actor: Actor,
): Promise<(Session & { current: boolean })[]> {
  const current = await currentSession(parts.db, parts, caller.headers)
  const sessions = await sessionsOf(parts.db, actor.accountId)
  return sessions
    .filter(session => isSessionAlive(session, parts.clock.now()))
    .map(session => ({ ...session, current: session.id === current?.id }))
}

export async function signOut({ db, clock, auth }: SignInParts, caller: Caller, actor: Actor): Promise<void> {
  const headers = await transact(db, async tx => {
    const answer = await auth.within(tx, () =>
      auth.api.signOut({ headers: authHeaders(caller, auth.cookieName), returnHeaders: true }),
    )
    await writeAudit(
      tx,
      { clock },
      {
        actor,
        action: 'identity.signOut',
        subjectId: actor.accountId,
        address: caller.address,
      },
    )
    return answer.headers
  })
  passCookies(headers, caller)
}

/** Signs one of the account's devices out. */
export async function endSession(parts: SignInParts, caller: Caller, actor: Actor, id: SessionId): Promise<void> {
  await transact(parts.db, async tx => {
    const ended = await deleteSessions(tx, actor.accountId, { only: id })
    if (ended === 0) throw new Refusal(platformRefusals.NOT_FOUND)
    await writeAudit(tx, parts, { actor, action: 'identity.endSession', subjectId: id, address: caller.address })
  })
}

/** Signs out everywhere else. Gives how many. */
export async function endOtherSessions(parts: SignInParts, caller: Caller, actor: Actor): Promise<number> {
  return transact(parts.db, async tx => {
    const current = await currentSession(tx, parts, caller.headers)
    if (!current) throw new Refusal(platformRefusals.UNAUTHENTICATED)
    const ended = await deleteSessions(tx, actor.accountId, { except: current.id })
    const subject = { subjectId: actor.accountId, details: { ended }, address: caller.address }
    await writeAudit(tx, parts, { actor, action: 'identity.endOtherSessions', ...subject })
    return ended
  })
}
