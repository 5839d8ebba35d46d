import type { UnitId } from '@nguon/domain/platform'
import { spokenNames } from './sample/spoken-names.ts'
import type { Visit } from './visit.ts'

/** Puts the names of the sample into the dictionary of its province, as its administrator would; those known stay as they are. */
export async function teachNames(administrator: Visit, unitId: UnitId): Promise<void> {
  const { items } = await administrator.get<{ items: { written: string }[] }>(
    `/voice/dictionary?unitId=${unitId}&limit=200`,
  )
  const known = new Set(items.map(({ written }) => written))
  for (const [written, spoken] of Object.entries(spokenNames)) {
    if (known.has(written)) continue
    await administrator.send('POST', '/voice/dictionary', { unitId, written, spoken, matchCase: true })
  }
}
