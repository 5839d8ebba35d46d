import { auditContract } from '@nguon/contract/audit'
import { mayReadAudit, mayVerifyAudit } from '@nguon/domain/audit'
import { instant, type UnitId, type UnitPath } from '@nguon/domain/platform'
import type { Database, Platform } from '@nguon/server/platform'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { anchorPath, readAnchor } from './anchor.ts'
import { findLines } from './store.ts'
import { verifyAudit } from './verify-audit.ts'

/** What the trail has to know of the tree, which stands above it: contributed by the territory. */
export interface TreeOfTrail {
  pathOf(db: Database, unitId: UnitId): Promise<UnitPath>
  unitsBelow(db: Database, unitId: UnitId): Promise<readonly UnitId[]>
}

export function auditRoutes({ db, config }: Pick<Platform, 'db' | 'config'>, tree: TreeOfTrail) {
  const os = implement(auditContract).$context<RequestContext>().use(operationGuard)
  return os.router({
    list: os.list.handler(async ({ input: { unitId, cursor, limit, ...wish }, context }) => {
      requireRight(mayReadAudit(actorOf(context), await tree.pathOf(db, unitId)))
      const [at, id] = readCursor(cursor) ?? []
      const before = at && id && Number.isSafeInteger(Number(at)) ? { at: instant(Number(at)), id } : null
      const unitIds = await tree.unitsBelow(db, unitId)
      const lines = await findLines(db, { ...wish, unitIds, before, limit: limit + 1 })
      return pageFrom(lines, limit, line => [line.at, line.id])
    }),
    verify: os.verify.handler(async ({ context }) => {
      requireRight(mayVerifyAudit(actorOf(context)))
      return verifyAudit(db, await readAnchor(anchorPath(config)))
    }),
  })
}
