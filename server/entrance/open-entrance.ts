import { lockoutMemoryMilliseconds } from '@nguon/domain/identity'
import { type AccountId, instant } from '@nguon/domain/platform'
import type { Identity } from '@nguon/server/identity'
import type { Keys } from '@nguon/server/keys'
import { type Platform, transact, type Transaction } from '@nguon/server/platform'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openAuth } from './auth.ts'
import { setUpLink } from './first-run.ts'
import { identifyAccount } from './identify.ts'
import { doorRoutes, sessionRoutes } from './routes.ts'
import { deleteEnded, deleteSessions } from './session-store.ts'
import { createSignInLink, mountSignInLinks } from './sign-in-link.ts'
import { forgetFailuresBefore } from './sign-in-store.ts'

/** Sessions and what opens them. `demo` opens sign-in by one-time links on this machine. */
export async function openEntrance(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'ticker'>,
  { identity, keys }: { identity: Identity; keys: Pick<Keys, 'secret'> },
  { demo = false }: { demo?: boolean } = {},
) {
  const { db, clock, config, ticker } = platform
  const secure = config.tls !== null || (config.baseUrl?.startsWith('https:') ?? false)
  const parts = { db, clock, auth: openAuth({ db, clock, secret: await keys.secret('session'), secure }) }

  identity.locked.follow(async (tx, { accountId }) => void (await deleteSessions(tx, accountId, 'all')))
  ticker.every(10 * 60_000, 'sweep ended sessions', () =>
    transact(db, async tx => {
      await deleteEnded(tx, clock.now())
      await forgetFailuresBefore(tx, instant(clock.now() - lockoutMemoryMilliseconds))
    }),
  )
  return {
    sessions: sessionRoutes(parts),
    accounts: doorRoutes(parts),
    identify: (request: FastifyRequest) => identifyAccount(parts, request),
    mount: (app: FastifyInstance) => {
      if (demo) mountSignInLinks(app, parts)
    },
    /** The path of the link that makes the first administrator; null once there is an account. */
    setUpLink: () => setUpLink(parts),
    createSignInLink: (tx: Transaction, accountId: AccountId) => createSignInLink(tx, parts, accountId),
  }
}

export type Entrance = Awaited<ReturnType<typeof openEntrance>>
