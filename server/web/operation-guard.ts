import type { OperationMeta } from '@nguon/contract/platform'
import { os } from '@orpc/server'
import { answerFault, checkAccess, type RequestContext } from './operations.ts'

/**
 * Stands before every operation: `implement(territoryContract).$context<RequestContext>().use(operationGuard)`.
 * Access is checked before the input is read, and whatever is thrown is answered in the caller's language.
 */
export const operationGuard = os.$context<RequestContext>().middleware(async ({ context, procedure, next }) => {
  try {
    const { access } = procedure['~orpc'].meta as OperationMeta
    checkAccess(access, context)
    const { actor } = context
    if (!actor || access?.kind !== 'role') return await next()
    return await next({ context: { actor: { ...actor, askedRoles: access.anyOf } } })
  } catch (error) {
    throw answerFault(error, context.language)
  }
})
