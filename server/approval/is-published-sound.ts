import type { Sha256 } from '@nguon/domain/platform'
import { bulletinStates } from '@nguon/server/bulletins'
import type { Database } from '@nguon/server/platform'
import { bulletinsSounding } from './publication-store.ts'

/** Whether anyone may hear it: it is the approved sound of a bulletin that is published. */
export async function isPublishedSound(db: Database, sha256: Sha256): Promise<boolean> {
  const ids = await bulletinsSounding(db, sha256)
  if (ids.length === 0) return false
  const states = await bulletinStates(db, ids)
  return [...states.values()].includes('published')
}
