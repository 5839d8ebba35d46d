import { unitSetsContract } from '@nguon/contract/identity'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import type { AccountParts } from './account-parts.ts'
import { grantSetRole, revokeSetRole } from './grant-set-role.ts'
import { changeUnitSet, createUnitSet, endUnitSet, listUnitSetsOf } from './keep-unit-set.ts'

/** What administrators do about sets of units and the roles over them. */
export function unitSetRoutes(parts: AccountParts) {
  const os = implement(unitSetsContract).$context<RequestContext>().use(operationGuard)
  const by = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })
  return os.router({
    list: os.list.handler(({ context, input }) => listUnitSetsOf(parts, by(context), input)),
    create: os.create.handler(({ context, input }) => createUnitSet(parts, by(context), input)),
    change: os.change.handler(({ context, input }) => changeUnitSet(parts, by(context), input)),
    end: os.end.handler(({ context, input }) => endUnitSet(parts, by(context), input)),
    grantRole: os.grantRole.handler(({ context, input }) => grantSetRole(parts, by(context), input)),
    revokeRole: os.revokeRole.handler(({ context, input }) => revokeSetRole(parts, by(context), input)),
  })
}
