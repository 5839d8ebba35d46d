import type { UnitPath } from '@nguon/domain/platform'
import type { PronunciationDictionary } from '@nguon/domain/voice'
import type { Database } from '@nguon/server/platform'
import { entriesOf } from './dictionary-store.ts'

/** What the units of a path say about words, the nearest first: it has the last word. */
export async function dictionaryOf(db: Database, unitPath: UnitPath): Promise<PronunciationDictionary> {
  const entries = await entriesOf(db, unitPath)
  return { entries: unitPath.toReversed().flatMap(unitId => entries.filter(entry => entry.unitId === unitId)) }
}
