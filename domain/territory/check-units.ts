import type { UnitId } from '@nguon/domain/platform'
import { levelRules } from './level.ts'
import type { UnitVersion } from './unit.ts'
import { siblingKey } from './unit-name.ts'

/** What can be wrong with a unit within the tree of its day. */
export const unitFaultCodes = [
  'NAME_MISSING',
  'KIND_UNKNOWN',
  'CODE_MALFORMED',
  'CODE_TAKEN',
  'CODE_OUTSIDE_PARENT',
  'PARENT_NOT_VALID',
  'PARENT_LEVEL',
  'CIRCLE',
  'SECOND_ROOT',
  'SIBLING_NAME',
] as const

export type UnitFaultCode = (typeof unitFaultCodes)[number]

export interface UnitFault {
  readonly unitId: UnitId
  readonly code: UnitFaultCode
  /** The other unit of the fault: the one that has the code, the name, the root; null when there is none. */
  readonly otherId: UnitId | null
}

/** Faults a tree can live with: two "Thôn 1" after a merger stay until they are renamed. */
export const toleratedFaults: ReadonlySet<UnitFaultCode> = new Set(['SIBLING_NAME'])

/** Checks all units of one day (see `unitsOn`) against their levels and each other. A sound tree gives no fault. */
export function checkUnits(units: readonly UnitVersion[]): UnitFault[] {
  const byId = new Map(units.map(unit => [unit.unitId, unit]))
  const found: UnitFault[] = []
  const report = (unit: UnitVersion, code: UnitFaultCode, otherId: UnitId | null = null) =>
    found.push({ unitId: unit.unitId, code, otherId })

  const firstByCode = new Map<string, UnitId>()
  const firstByName = new Map<string, UnitId>()
  const grounded = new Set<UnitId>()
  let root: UnitId | null = null

  for (const unit of units) {
    const rule = levelRules[unit.level]
    const parent = unit.parentId === null ? null : byId.get(unit.parentId)

    // 1. The unit by itself.
    if (unit.name === '') report(unit, 'NAME_MISSING')
    if (unit.kind === '' ? !rule.kindOptional : !rule.kinds.includes(unit.kind)) report(unit, 'KIND_UNKNOWN')
    if (!rule.code.test(unit.code)) report(unit, 'CODE_MALFORMED')

    // 2. Under its parent.
    if (parent === null) {
      if (root !== null) report(unit, 'SECOND_ROOT', root)
      root ??= unit.unitId
    } else if (parent === undefined) report(unit, 'PARENT_NOT_VALID', unit.parentId)
    else {
      if (!rule.parents.includes(parent.level)) report(unit, 'PARENT_LEVEL', parent.unitId)
      if (rule.codeWithinParent && !unit.code.startsWith(`${parent.code}-`))
        report(unit, 'CODE_OUTSIDE_PARENT', parent.unitId)
      if (standsInCircle(unit, byId, grounded)) report(unit, 'CIRCLE', parent.unitId)
    }

    // 3. Among all others.
    const codeHolder = firstByCode.get(unit.code)
    if (codeHolder === undefined) firstByCode.set(unit.code, unit.unitId)
    else report(unit, 'CODE_TAKEN', codeHolder)
    const name = `${unit.parentId ?? ''} ${siblingKey(unit)}`
    const nameHolder = firstByName.get(name)
    if (nameHolder === undefined) firstByName.set(name, unit.unitId)
    else report(unit, 'SIBLING_NAME', nameHolder)
  }
  return found
}

/** `grounded` remembers the units from which the way up is known to end. */
function standsInCircle(start: UnitVersion, byId: ReadonlyMap<UnitId, UnitVersion>, grounded: Set<UnitId>): boolean {
  const way = new Set<UnitId>()
  let unit: UnitVersion | undefined = start
  while (unit && !grounded.has(unit.unitId)) {
    if (way.has(unit.unitId)) return unit.unitId === start.unitId
    way.add(unit.unitId)
    unit = unit.parentId === null ? undefined : byId.get(unit.parentId)
  }
  for (const id of way) grounded.add(id)
  return false
}
