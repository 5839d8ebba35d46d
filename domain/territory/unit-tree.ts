import { compareVietnamese, type UnitId } from '@nguon/domain/platform'
import type { UnitVersion } from './unit.ts'
import { displayName } from './unit-name.ts'

/** The territory of one day, ready to walk. Children stand in the order people read. */
export interface UnitTree {
  readonly units: ReadonlyMap<UnitId, UnitVersion>
  readonly children: ReadonlyMap<UnitId, readonly UnitVersion[]>
  /** Units without a parent among these: one in a sound tree; the top of what an account may see in a part of it. */
  readonly roots: readonly UnitVersion[]
}

/** Takes one version a unit, all of the same day (see `unitsOn`); faults are `checkUnits`' to find. */
export function unitTree(versions: readonly UnitVersion[]): UnitTree {
  const units = new Map(versions.map(unit => [unit.unitId, unit]))
  const children = new Map<UnitId, UnitVersion[]>()
  const roots: UnitVersion[] = []
  const names = new Map(versions.map(unit => [unit.unitId, displayName(unit)]))
  const inOrder = versions.toSorted(
    (first, second) =>
      compareVietnamese(names.get(first.unitId) ?? '', names.get(second.unitId) ?? '') ||
      (first.code < second.code ? -1 : 1),
  )
  for (const unit of inOrder) {
    const parent = unit.parentId === null ? undefined : units.get(unit.parentId)
    const siblings = parent ? (children.get(parent.unitId) ?? []) : roots
    siblings.push(unit)
    if (parent) children.set(parent.unitId, siblings)
  }
  return { units, children, roots }
}

/** From the root down to the unit itself; empty for a unit the tree does not hold. */
export function pathOf(tree: Pick<UnitTree, 'units'>, unitId: UnitId): UnitVersion[] {
  const path: UnitVersion[] = []
  const seen = new Set<UnitId>()
  let unit = tree.units.get(unitId)
  while (unit && !seen.has(unit.unitId)) {
    seen.add(unit.unitId)
    path.unshift(unit)
    unit = unit.parentId === null ? undefined : tree.units.get(unit.parentId)
  }
  return path
}

/** From the root down to the unit's parent. */
export function ancestorsOf(tree: UnitTree, unitId: UnitId): UnitVersion[] {
  return pathOf(tree, unitId).slice(0, -1)
}

/** Everything below the unit, each parent before its children, siblings in reading order. */
export function descendantsOf(tree: UnitTree, unitId: UnitId): UnitVersion[] {
  const found = new Set<UnitVersion>()
  const waiting = (tree.children.get(unitId) ?? []).toReversed()
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    if (found.has(unit)) continue
    found.add(unit)
    waiting.push(...(tree.children.get(unit.unitId) ?? []).toReversed())
  }
  return [...found]
}
