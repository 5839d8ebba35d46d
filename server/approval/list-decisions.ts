import { mayReadBulletins } from '@nguon/domain/bulletins'
import { type Actor, instant, type UnitId } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { countDecisions, decisionsIn } from './store.ts'

const countedMilliseconds = 30 * 86_400_000

/** What was decided in a unit and below it, newest first, with the figures of the last 30 days. @throws FORBIDDEN */
export async function listDecisions(
  db: Database,
  { clock }: { clock: Clock },
  actor: Actor,
  wish: { unitId: UnitId; onPaper: boolean; cursor?: string | undefined; limit: number },
) {
  requireRight(mayReadBulletins(actor, await readUnitPath(db, { clock }, wish.unitId)))
  const unitIds = await readUnitsBelow(db, { clock }, wish.unitId)
  const [at, id] = readCursor(wish.cursor) ?? []
  const before = at && id && Number.isSafeInteger(Number(at)) ? { at: instant(Number(at)), id } : null
  const found = await decisionsIn(db, { unitIds, onPaper: wish.onPaper, before, limit: wish.limit + 1 })
  const counts = await countDecisions(db, { unitIds, since: instant(clock.now() - countedMilliseconds) })
  return { ...pageFrom(found, wish.limit, last => [last.decidedAt, last.id]), counts }
}
