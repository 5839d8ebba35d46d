import type { BulletinId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Database, type Transaction, transact } from '@nguon/server/platform'
import { type BulletinParts, placed } from './bulletin-parts.ts'
import { stateToBe, takeStep } from './move-bulletin.ts'
import { presentVersion } from './read-bulletin.ts'
import { holdBulletin, overdueBulletins } from './store.ts'

const batch = 100

/** Ends what is past its validity; each in a transaction of its own, and one that fails holds up no other. Gives how many. */
export async function expireBulletins(db: Database, parts: BulletinParts): Promise<number> {
  const now = parts.clock.now()
  const failures: unknown[] = []
  let expired = 0
  for (const id of await overdueBulletins(db, now, batch)) {
    try {
      if (await transact(db, tx => expireOne(tx, parts, id))) expired += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} bulletins could not be ended`)
  return expired
}

async function expireOne(tx: Transaction, parts: BulletinParts, id: BulletinId): Promise<boolean> {
  const before = await holdBulletin(tx, id)
  if (before?.state !== 'approved' && before?.state !== 'published') return false
  const after = { ...before, state: stateToBe(before, 'expire'), updatedAt: parts.clock.now() }
  const version = await presentVersion(tx, id, before.version)
  const { unitPath } = await placed(tx, parts, before)
  await takeStep(tx, parts, { act: 'expire', before, after, version, unitPath, actor: null })
  const details = { version: before.version, title: version.content.texts[0].title }
  await writeAudit(tx, parts, {
    actor: null,
    action: 'bulletins.expire',
    unitId: before.unitId,
    subjectId: id,
    details,
  })
  return true
}
