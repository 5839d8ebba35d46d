import { readActor } from '@nguon/server/identity'
import type { Actor } from '@nguon/domain/platform'
import { transact } from '@nguon/server/platform'
import type { FastifyRequest } from 'fastify'
import { touchSession } from './session-store.ts'
import { currentSession } from './sessions.ts'
import type { SignInParts } from './sign-in.ts'

const touchAfterMilliseconds = 5 * 60_000

/**
 * A write that another site's page sends does not act for whoever is signed in here. The cookie is `SameSite=Lax`
 * already; this holds against neighbours on the same domain too.
 */
function comesFromElsewhere({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return true
  const origin = headers.origin
  return origin !== undefined && URL.parse(origin)?.host !== (headers['x-forwarded-host'] ?? headers.host)
}

/** The account of a request's session; null without one. */
export async function identifyAccount(parts: SignInParts, request: FastifyRequest): Promise<Actor | null> {
  const { db, clock } = parts
  if (comesFromElsewhere(request)) return null
  const session = await currentSession(db, parts, request.headers)
  if (!session) return null
  const now = clock.now()
  if (now - session.lastSeenAt >= touchAfterMilliseconds) await transact(db, tx => touchSession(tx, session.id, now))
  return readActor(db, parts, session.accountId, session.secondFactorAt)
}
