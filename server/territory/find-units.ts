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

  const wanted = text.normalize('NFC').toLocaleLowerCase('vi')
  const distance = ({ unit }: { unit: UnitVersion }) => {
    const title = unitTitle(unit).toLocaleLowerCase('vi')
    const name = unit.name.toLocaleLowerCase('vi')
    return [title, name, unit.code.toLowerCase()].includes(wanted) ? 0 : title.includes(wanted) ? 1 : 2
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
