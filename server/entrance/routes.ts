import { accountsContract, sessionContract } from '@nguon/contract/identity'
import {
  type AccountParts,
  dismissDeputy,
  findDeputies,
  listDeputies,
  nameDeputy,
  readSelf,
} from '@nguon/server/identity'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { setUp } from './first-run.ts'
import { createAccount, inviteAccount, resetSecondFactor } from './reopen-account.ts'
import { beginSecondFactor, finishSignIn, giveSecondFactor, renewRecoveryCodes } from './second-factor.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './sessions.ts'
import { changePassword } from './set-password.ts'
import { signIn, type SignInParts } from './sign-in.ts'

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
    findDeputies: os.findDeputies.handler(async ({ context, input }) => ({
      items: await findDeputies(parts, by(context), input),
    })),
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

/** What administrators do that opens the door to an account anew; the rest of their contract is implemented by identity. */
export function doorRoutes(parts: AccountParts) {
  const os = implement(accountsContract).$context<RequestContext>().use(operationGuard)
  const by = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })
  return {
    create: os.create.handler(({ context, input }) => createAccount(parts, by(context), input)),
    invite: os.invite.handler(({ context, input }) => inviteAccount(parts, by(context), input.id)),
    resetSecondFactor: os.resetSecondFactor.handler(({ context, input }) =>
      resetSecondFactor(parts, by(context), input.id),
    ),
  }
}
