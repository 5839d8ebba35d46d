import type { Language } from '@nguon/contract/platform'
import type { TaskKind } from '@nguon/contract/tasks'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { longestWaitOf, mayReadTaskWaits, waitOf } from '@nguon/domain/tasks'
import { levelRules } from '@nguon/domain/territory'
import type { Clock, Database } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readPlacedUnit } from '@nguon/server/territory'
import { waitsOfUnits } from './waits-store.ts'

/** How long each kind of task waits in a unit, what the unit itself has decided, and how far it may go. */
export async function readTaskWaits(
  db: Database,
  { clock, kinds }: { clock: Clock; kinds: readonly TaskKind[] },
  { actor, language }: { actor: Actor; language: Language },
  unitId: UnitId,
) {
  const { unit, path } = await readPlacedUnit(db, { clock }, unitId)
  requireRight(mayReadTaskWaits(actor, path))
  const saved = await waitsOfUnits(db, path)
  const own = saved.find(one => one.unitId === unitId)
  const above = saved.filter(one => one.unitId !== unitId)
  return {
    unitId,
    version: own?.version ?? 0,
    kinds: kinds.map(kind => ({
      kind: kind.name,
      title: kind.title[language],
      own: own?.waits[kind.name] ?? null,
      held: waitOf(kind, path, saved),
      without: waitOf(kind, path, above),
      longest: longestWaitOf(kind, { path, leads: levelRules[unit.level].leadsTaskWaits }, above),
    })),
  }
}
