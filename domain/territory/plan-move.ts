import type { Day, UnitId, UnitPath } from '@nguon/domain/platform'
import { lateFaults, rightsFaults, treeFaults } from './import-faults.ts'
import type { ImportPlan } from './import-plan.ts'
import { levelRules } from './level.ts'
import { type LegalAct, type UnitVersion, unitsOn } from './unit.ts'
import { nextVillageCode } from './village-codes.ts'

export interface UnitMove {
  /** Every version there is, of every day. */
  readonly existing: readonly UnitVersion[]
  /** The unit as it stands on the day of the move. */
  readonly current: UnitVersion
  readonly parent: UnitVersion
  readonly day: Day
  readonly legalAct: LegalAct
  readonly mayEdit: (unitPath: UnitPath) => boolean
}

/**
 * One unit under another from a day on. It keeps its code, except where a code begins with the parent's: there it gets
 * the next one of its new parent and stays the same unit.
 */
export function planMove({ existing, current, parent, day, legalAct, mayEdit }: UnitMove): ImportPlan {
  const before = new Map(unitsOn(existing, day).map(unit => [unit.unitId, unit] as const))
  const { codeWithinParent, parents } = levelRules[current.level]
  const takesCode = codeWithinParent && parents.includes(parent.level)
  const version: UnitVersion = {
    ...current,
    parentId: parent.unitId,
    code: takesCode ? nextVillageCode(existing, parent.code) : current.code,
    validFrom: day,
    validTo: null,
    legalAct,
  }
  const after = new Map<UnitId, UnitVersion>([...before, [version.unitId, version]])
  const planned = { rows: [{ line: 1, outcome: 'renewed' as const, version, previous: current }], before, after }
  const request = { existing, rows: [], day, legalAct, newUnitId: () => version.unitId, mayEdit }
  const faults = [...lateFaults(planned, request), ...treeFaults(planned), ...rightsFaults(planned, request)]
  return { ...planned, faults }
}
