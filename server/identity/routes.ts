import { accountsContract, sessionContract } from '@nguon/contract/identity'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/platform'
import { implement } from '@orpc/server'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import type { AccountParts } from './account-parts.ts'
import { setUp } from './first-run.ts'
import { dismissDeputy, grantRole, listDeputies, nameDeputy, revokeRole } from './grant-role.ts'
import {
  createAccount,
  inviteAccount,
  lockAccount,
  resetSecondFactor,
  unlockAccount,
  updateAccount,
} from './keep-account.ts'
import { listAccountsOf, readAccount } from './list-accounts.ts'
import { readSelf } from './read-self.ts'
import { beginSecondFactor, finishSignIn, giveSecondFactor, renewRecoveryCodes } from './second-factor.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './sessions.ts'
import { changePassword } from './set-password.ts'
import { signIn, type SignInParts } from './sign-in.ts'
import { readSignInPolicy, setSignInPolicy } from './sign-in-policy.ts'

/** Signing in and out, and what one does about oneself. */
export function sessionRoutes(parts: SignInParts & AccountParts) {
  const os = implement(sessionContract).$context<RequestContext>().use(operationGuard)
  const by = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })
  return os.router({
    signIn: os.signIn.handler(async ({ context, input }) => ({ state: await signIn(parts, context, input) })),
    finishSignIn: os.finishSignIn.handler(async ({ context, input }) => ({
      state: await finishSignIn(parts, context, input.code),
    })),
    signOut: os.signOut.handler(async ({ context }) => {
      await signOut(parts, context, actorOf(context))
      return {}
    }),
    readSelf: os.readSelf.handler(({ context }) => readSelf(parts, actorOf(context))),
    listSessions: os.listSessions.handler(async ({ context }) => ({
      items: await listSessions(parts, context, actorOf(context)),
    })),
    endSession: os.endSession.handler(async ({ context, input }) => {
      await endSession(parts, context, actorOf(context), input.id)
      return {}
    }),
    endOtherSessions: os.endOtherSessions.handler(async ({ context }) => ({
      ended: await endOtherSessions(parts, context, actorOf(context)),
    })),
    changePassword: os.changePassword.handler(async ({ context, input }) => {
      await changePassword(parts, context, actorOf(context), input)
      return {}
    }),
    beginSecondFactor: os.beginSecondFactor.handler(({ context, input }) =>
      beginSecondFactor(parts, context, actorOf(context), input.password),
    ),
    giveSecondFactor: os.giveSecondFactor.handler(async ({ context, input }) => {
      await giveSecondFactor(parts, context, actorOf(context), input.code)
      return {}
    }),
    renewRecoveryCodes: os.renewRecoveryCodes.handler(async ({ context, input }) => ({
      recoveryCodes: await renewRecoveryCodes(parts, context, actorOf(context), input.password),
    })),
    nameDeputy: os.nameDeputy.handler(({ context, input }) => nameDeputy(parts, by(context), input)),
    listDeputies: os.listDeputies.handler(async ({ context }) => ({ items: await listDeputies(parts, by(context)) })),
    dismissDeputy: os.dismissDeputy.handler(async ({ context, input }) => {
      await dismissDeputy(parts, by(context), input.id)
      return {}
    }),
    readInvitation: os.readInvitation.handler(({ input }) => readInvitation(parts, input.token)),
    acceptInvitation: os.acceptInvitation.handler(async ({ context, input }) => ({
      state: await acceptInvitation(parts, context, input),
    })),
    setUp: os.setUp.handler(async ({ context, input }) => ({ state: await setUp(parts, context, input) })),
  })
}

/** What administrators do about the accounts of their units. */
export function accountRoutes(parts: AccountParts) {
  const os = implement(accountsContract).$context<RequestContext>().use(operationGuard)
  const by = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })
  return os.router({
    list: os.list.handler(({ context, input }) => listAccountsOf(parts, by(context), input)),
    read: os.read.handler(({ context, input }) => readAccount(parts, by(context), input.id)),
    create: os.create.handler(({ context, input }) => createAccount(parts, by(context), input)),
    update: os.update.handler(({ context, input }) => updateAccount(parts, by(context), input)),
    lock: os.lock.handler(({ context, input }) => lockAccount(parts, by(context), input)),
    unlock: os.unlock.handler(({ context, input }) => unlockAccount(parts, by(context), input.id)),
    invite: os.invite.handler(({ context, input }) => inviteAccount(parts, by(context), input.id)),
    resetSecondFactor: os.resetSecondFactor.handler(({ context, input }) =>
      resetSecondFactor(parts, by(context), input.id),
    ),
    grantRole: os.grantRole.handler(({ context, input }) => grantRole(parts, by(context), input)),
    revokeRole: os.revokeRole.handler(({ context, input }) => revokeRole(parts, by(context), input)),
    readSignInPolicy: os.readSignInPolicy.handler(({ context, input }) =>
      readSignInPolicy(parts, by(context), input.unitId),
    ),
    setSignInPolicy: os.setSignInPolicy.handler(({ context, input }) => setSignInPolicy(parts, by(context), input)),
  })
}
