import { type Actor, type Day, foldVietnamese } from '@nguon/domain/platform'
import { fullName, type Level, type UnitVersion, unitTitle } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { searchUnits, unitsById } from './store.ts'
import { topsOf } from './visible-units.ts'

const candidates = 300

/** Units whose kind, name or code holds every word, with or without accents; those written just so come first. */
export async function findUnits(
  db: Database,
  { actor, text, level, day, limit }: { actor: Actor; text: string; level: Level | null; day: Day; limit: number },
): Promise<{ units: (UnitVersion & { fullName: string })[]; more: boolean }> {
  const paths = await topsOf(db, actor, day)
  if (paths.length === 0) return { units: [], more: false }
  const words = foldVietnamese(text).split(' ').filter(Boolean)
  const levels = level ? [level] : []
  const found = await searchUnits(db, { on: day, words, levels, paths, limit: candidates })

  const written = text.normalize('NFC').toLocaleLowerCase('vi')
  const phrase = words.join(' ')
  // The smallest says: the whole of it, with its accents; without them; a part with its accents; anything else.
  const distance = ({ unit }: { unit: UnitVersion }) => {
    const titles = [unitTitle(unit), unit.name, unit.code].map(title => title.toLocaleLowerCase('vi'))
    if (titles.includes(written)) return 0
    if (titles.some(title => foldVietnamese(title) === phrase)) return 1
    return titles.some(title => title.includes(written)) ? 2 : 3
  }
  const shown = found.toSorted((first, second) => distance(first) - distance(second)).slice(0, limit)
  const above = new Map(
    (await unitsById(db, day, [...new Set(shown.flatMap(({ path }) => path))])).map(({ unit }) => [unit.unitId, unit]),
  )
  const units = shown.map(({ unit, path }) => ({
    ...unit,
    fullName: fullName(path.flatMap(unitId => above.get(unitId) ?? [])),
  }))
  return { units, more: found.length > limit }
}
