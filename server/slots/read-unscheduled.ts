import type { BulletinClass } from '@nguon/domain/bulletins'
import type { BulletinId, Instant, UnitId } from '@nguon/domain/platform'
import { approvedContents } from '@nguon/server/approval'
import { publishedBulletins } from '@nguon/server/bulletins'
import type { Clock, Database } from '@nguon/server/platform'
import { bulletinsWithSlots } from '@nguon/server/schedule'

/** What is approved and may still go out, and nobody has put into a slot. */
export interface UnscheduledBulletin {
  readonly bulletinId: BulletinId
  readonly title: string
  readonly class: BulletinClass
  readonly seconds: number
  /** The approved period. */
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** More than these nobody looks through on one page. */
const newest = 50

/** Of the unit itself: those that hold the shortest first, for they press most. */
export async function readUnscheduled(
  db: Database,
  { clock }: { clock: Clock },
  unitId: UnitId,
): Promise<UnscheduledBulletin[]> {
  const ids = await publishedBulletins(db, unitId, newest)
  const [approved, scheduled] = await Promise.all([approvedContents(db, ids), bulletinsWithSlots(db, ids)])
  return ids
    .flatMap(bulletinId => {
      const content = approved.get(bulletinId)
      if (!content || typeof content === 'string' || scheduled.has(bulletinId)) return []
      const { title, class: bulletinClass, limits, soundings } = content
      const seconds = soundings.reduce((sum, sounding) => sum + sounding.seconds, 0)
      return [{ bulletinId, title, class: bulletinClass, seconds, ...limits.period }]
    })
    .filter(({ endsAt }) => endsAt > clock.now())
    .toSorted((one, other) => one.endsAt - other.endsAt)
}
