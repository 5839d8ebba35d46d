import type { BulletinDetails } from '@nguon/contract/bulletins'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type BulletinVersion, mayReadBulletins, openActs } from '@nguon/domain/bulletins'
import type { Actor, BulletinId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type BulletinParts, placed } from './bulletin-parts.ts'
import { findBulletin, findVersion } from './store.ts'

type ReadingParts = Pick<BulletinParts, 'clock'>

/** A bulletin as this person sees it, with what they can do now. @throws NOT_FOUND, FORBIDDEN */
export async function readBulletin(
  db: Database,
  parts: ReadingParts,
  actor: Actor,
  id: BulletinId,
): Promise<BulletinDetails> {
  const { bulletin, unitPath } = await placed(db, parts, await findBulletin(db, id))
  requireRight(mayReadBulletins(actor, unitPath))
  const { content, writerName } = await presentVersion(db, id, bulletin.version)
  return {
    ...bulletin,
    content,
    writerName,
    openActs: openActs(actor, bulletin, unitPath),
  }
}

/** @throws NOT_FOUND, FORBIDDEN */
export async function readVersion(
  db: Database,
  parts: ReadingParts,
  actor: Actor,
  { id, number }: { id: BulletinId; number: number },
): Promise<BulletinVersion> {
  await requireReadable(db, parts, actor, id)
  return presentVersion(db, id, number)
}

export async function requireReadable(db: Database, parts: ReadingParts, actor: Actor, id: BulletinId): Promise<void> {
  const { unitPath } = await placed(db, parts, await findBulletin(db, id))
  requireRight(mayReadBulletins(actor, unitPath))
}

export async function presentVersion(db: Database, id: BulletinId, number: number): Promise<BulletinVersion> {
  const version = await findVersion(db, id, number)
  if (!version) throw new Refusal(platformRefusals.NOT_FOUND)
  return version
}
