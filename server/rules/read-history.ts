import { type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { UnitRules } from '@nguon/domain/rules'
import { findLines } from '@nguon/server/audit'
import type { Database } from '@nguon/server/platform'
import { pageFrom, readCursor } from '@nguon/server/web'

export interface IssuedRules {
  readonly id: string
  readonly at: Instant
  readonly actorName: string
  readonly version: number
  readonly before: UnitRules | null
  readonly after: UnitRules
  readonly restores: number | null
}

/** Each time the unit issued its rules, newest first, as the trail has it. */
export async function readHistory(
  db: Database,
  { unitId, cursor, limit }: { unitId: UnitId; cursor?: string | undefined; limit: number },
) {
  const [at, id] = readCursor(cursor) ?? []
  const before = at && id && Number.isSafeInteger(Number(at)) ? { at: instant(Number(at)), id } : null
  const wanted = { unitIds: [unitId], subjectId: null, actions: ['rules.save'], before, limit: limit + 1 }
  const lines = (await findLines(db, wanted)).map(({ id: lineId, at: issuedAt, actorName, details }): IssuedRules => {
    const told = details as Partial<Pick<IssuedRules, 'version' | 'before' | 'restores'>> & Pick<IssuedRules, 'after'>
    const { version = 0, before: former = null, after, restores = null } = told
    return { id: lineId, at: issuedAt, actorName, version, before: former, after, restores }
  })
  return pageFrom(lines, limit, line => [line.at, line.id])
}
