import { randomBytes } from 'node:crypto'
import { lockoutMemoryMilliseconds } from '@nguon/domain/identity'
import { type AccountId, type Actor, instant } from '@nguon/domain/platform'
import { type Database, type Platform, transact, type Transaction } from '@nguon/server/platform'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openAuth } from './auth.ts'
import { setUpLink } from './first-run.ts'
import { identifyAccount } from './identify.ts'
import { addAccount, type NewAccount } from './keep-account.ts'
import { readActor } from './read-actor.ts'
import { accountRoutes, sessionRoutes } from './routes.ts'
import { deleteEnded } from './session-store.ts'
import { createSignInLink, mountSignInLinks } from './sign-in-link.ts'
import { forgetFailuresBefore, sharedSecret } from './sign-in-store.ts'

/** Accounts, sessions and roles. `demo` opens sign-in by one-time links on this machine. */
export async function openIdentity(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'ticker'>,
  { demo = false }: { demo?: boolean } = {},
) {
  const { db, clock, config, ticker } = platform
  const fresh = randomBytes(32).toString('base64url')
  const secret = await transact(db, tx => sharedSecret(tx, 'session', fresh, clock.now()))
  const secure = config.tls !== null || (config.baseUrl?.startsWith('https:') ?? false)
  const parts = { db, clock, auth: openAuth({ db, clock, secret, secure }) }

  ticker.every(10 * 60_000, 'sweep ended sessions', () =>
    transact(db, async tx => {
      await deleteEnded(tx, clock.now())
      await forgetFailuresBefore(tx, instant(clock.now() - lockoutMemoryMilliseconds))
    }),
  )
  return {
    sessions: sessionRoutes(parts),
    accounts: accountRoutes(parts),
    identify: (request: FastifyRequest) => identifyAccount(parts, request),
    readActor: (handle: Database, accountId: AccountId): Promise<Actor | null> => readActor(handle, parts, accountId),
    mount: (app: FastifyInstance) => {
      if (demo) mountSignInLinks(app, parts)
    },
    /** The path of the link that makes the first administrator; null once there is an account. */
    setUpLink: () => setUpLink(parts),
    /** Makes an account as the system itself: for the demo and the tests. It has no password. */
    addAccount: (tx: Transaction, account: NewAccount) =>
      addAccount(tx, parts, { actor: null, address: null }, account),
    createSignInLink: (tx: Transaction, accountId: AccountId) => createSignInLink(tx, parts, accountId),
  }
}

export type Identity = Awaited<ReturnType<typeof openIdentity>>
