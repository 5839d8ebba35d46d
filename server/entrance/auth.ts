import { AsyncLocalStorage } from 'node:async_hooks'
import { createAuthEndpoint } from '@better-auth/core/api'
import { passwordLength, sessionLifetimeMilliseconds, tidyUserName, userNamePattern } from '@nguon/domain/identity'
import { type Clock, type Database, newId, type Transaction } from '@nguon/server/platform'
import { betterAuth } from 'better-auth/minimal'
import { setSessionCookie } from 'better-auth/cookies'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { admin, twoFactor, username } from 'better-auth/plugins'
import { z } from 'zod'
import { authStore } from './auth-adapter.ts'
import { recoveryCodes } from './recovery-codes.ts'

/** The cookie of a session; with TLS its name tells the browser to keep it off plain connections. */
export const cookieName = { plain: 'nguon.session_token', secure: '__Secure-nguon.session_token' } as const

/** The header our own code hands the caller's address over in; never taken from outside. */
export const addressHeader = 'x-nguon-address'

/** Opens a session for an account that has proven itself by other means than a password: a one-time link. */
const signInAccount = {
  id: 'sign-in-account',
  endpoints: {
    signInAccount: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ accountId: z.string() }) },
      async ctx => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
        if (!user) throw new Error('a link of an account that does not exist')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ token: session.token })
      },
    ),
  },
} as const

function open(
  parts: { clock: Clock; secret: string; secure: boolean },
  store: ReturnType<typeof authStore>,
  verified: AsyncLocalStorage<string>,
) {
  return betterAuth({
    appName: 'Nguồn',
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    secret: parts.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: store.open,
    user: {
      modelName: 'account',
      additionalFields: {
        position: { type: 'string', input: false, required: false },
        phone: { type: 'string', input: false, required: false },
        unitId: { type: 'string', input: false, required: false },
        version: { type: 'number', input: false, required: false },
      },
    },
    account: { modelName: 'credential', fields: { userId: 'accountId', accountId: 'providerAccountId' } },
    session: {
      fields: { userId: 'accountId' },
      additionalFields: {
        lastSeenAt: { type: 'date', input: false, required: false },
        secondFactorAt: { type: 'date', input: false, required: false },
      },
      expiresIn: sessionLifetimeMilliseconds / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: { before: async session => ({ data: { ...session, lastSeenAt: session.createdAt } }) },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
      password: {
        hash: hashPassword,
        verify: async ({ hash, password }) => verified.getStore() === hash || verifyPassword({ hash, password }),
      },
    },
    advanced: {
      cookiePrefix: 'nguon',
      useSecureCookies: parts.secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(parts.clock.now()), validateSchema: false },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        displayUsername: false,
        usernameValidator: name => userNamePattern.test(name),
        usernameNormalization: tidyUserName,
        schema: { user: { fields: { username: 'userName' } } },
      }),
      admin({ schema: { user: { fields: { banned: 'locked', banReason: 'lockReason', banExpires: 'lockExpires' } } } }),
      twoFactor({
        issuer: 'Nguồn',
        // Wrong codes count with wrong passwords, by our own lock.
        accountLockout: { enabled: false },
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
        schema: { twoFactor: { modelName: 'secondFactor', fields: { userId: 'accountId' } } },
      }),
      signInAccount,
    ],
  })
}

export interface Auth {
  readonly api: ReturnType<typeof open>['api']
  readonly secret: string
  readonly cookieName: string
  /** Calls of `api` inside `work` read and write within the transaction. */
  within<T>(tx: Transaction, work: () => Promise<T>): Promise<T>
  /**
   * The same, for an account whose password was checked just before the transaction: hashing takes a tenth of a second,
   * in which the one session of the embedded database must not stand still.
   */
  withinVerified<T>(tx: Transaction, passwordHash: string, work: () => Promise<T>): Promise<T>
}

export function openAuth(parts: { db: Database; clock: Clock; secret: string; secure: boolean }): Auth {
  const store = authStore(parts.db, parts)
  const verified = new AsyncLocalStorage<string>()
  const { api } = open(parts, store, verified)
  return {
    api,
    secret: parts.secret,
    cookieName: parts.secure ? cookieName.secure : cookieName.plain,
    within: store.within,
    withinVerified: (tx, hash, work) => verified.run(hash, () => store.within(tx, work)),
  }
}
