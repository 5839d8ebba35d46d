import { findAccount } from '@nguon/server/identity'
import { writeAudit } from '@nguon/server/audit'
import { Refusal } from '@nguon/contract/platform'
import type { AccountId, Instant } from '@nguon/domain/platform'
import { type Clock, transact, type Transaction } from '@nguon/server/platform'
import type { FastifyInstance } from 'fastify'
import { authHeaders, type Caller, passCookies } from './cookies.ts'
import { makeLink, useLink } from './one-time-link.ts'
import type { SignInParts } from './sign-in.ts'

/** A link that signs an account in once, on this machine only; for the demo. */
export async function createSignInLink(
  tx: Transaction,
  parts: { clock: Clock },
  accountId: AccountId,
): Promise<{ path: string; expiresAt: Instant }> {
  return makeLink(tx, parts, 'signIn', accountId)
}

const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Opens the session of a sign-in link; false when the link is not good (any more). */
async function followLink(parts: SignInParts, caller: Caller, token: string): Promise<boolean> {
  const { db, auth } = parts
  try {
    const headers = await transact(db, async tx => {
      const accountId = await useLink(tx, parts, 'signIn', token)
      const account = accountId === null ? null : await findAccount(tx, accountId)
      if (!account || account.locked) return null
      const answer = await auth.within(tx, () =>
        auth.api.signInAccount({ body: { accountId: account.id }, headers: authHeaders(caller), returnHeaders: true }),
      )
      await writeAudit(tx, parts, {
        actor: { accountId: account.id, name: account.name },
        action: 'identity.signInByLink',
        unitId: account.unitId,
        subjectId: account.id,
        address: caller.address,
      })
      return answer.headers
    })
    if (headers) passCookies(headers, caller)
    return headers !== null
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** The route of sign-in links. It exists only where the server was opened as a demo. */
export function mountSignInLinks(app: FastifyInstance, parts: SignInParts): void {
  app.get<{ Querystring: { ma?: unknown } }>('/api/auth/link', async (request, reply) => {
    const token = request.query.ma
    // Behind a proxy every caller is on this machine: then the address that counts is the one the proxy names.
    const local = isLoopback(request.ip) && isLoopback(request.socket.remoteAddress ?? '')
    const caller: Caller = {
      address: request.ip,
      headers: request.headers,
      setCookie: value => void reply.header('set-cookie', value),
    }
    reply.header('cache-control', 'no-store')
    const opened = local && typeof token === 'string' && token.length < 100 && (await followLink(parts, caller, token))
    return reply.redirect(opened ? '/lam-viec' : '/lam-viec/dang-nhap?duong-dan=het-han', 303)
  })
}
