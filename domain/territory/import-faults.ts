import type { UnitId } from '@nguon/domain/platform'
import { checkUnits, toleratedFaults, type UnitFaultCode } from './check-units.ts'
import type { ImportFault, ImportFaultCode, ImportPlan, ImportRequest } from './import-plan.ts'
import type { ImportColumn } from './import-row.ts'
import { movedUnits } from './moved-units.ts'
import { type UnitVersion, unitsOn } from './unit.ts'
import { displayName } from './unit-name.ts'
import { pathOf } from './unit-tree.ts'
import type { CodedDraft } from './village-codes.ts'

type Planned = Omit<ImportPlan, 'faults'>

/** What is wrong with the codes and parents a file names, before any unit is made of its rows. */
export function codeFaults(drafts: readonly CodedDraft[], { existing, day, rows }: ImportRequest): ImportFault[] {
  const faults: ImportFault[] = []
  const today = new Set(unitsOn(existing, day).map(unit => unit.code))
  const ever = new Set(existing.map(unit => unit.code))
  // A parent whose own row could not be read is named there; its children need no second complaint.
  const named = new Set([...rows.map(row => row.cells.code?.trim() ?? ''), ...drafts.map(draft => draft.code)])
  const seen = new Set<string>()
  for (const { line, code, parentCode } of drafts) {
    const report = (column: ImportColumn, fault: ImportFaultCode, value: string) =>
      faults.push({ line, column, code: fault, value, tolerated: false })
    if (seen.has(code)) report('code', 'CODE_REPEATED', code)
    seen.add(code)
    if (ever.has(code) && !today.has(code)) report('code', 'CODE_RETIRED', code)
    if (parentCode !== null && !today.has(parentCode) && !named.has(parentCode))
      report('parentCode', 'PARENT_UNKNOWN', parentCode)
  }
  return faults
}

/**
 * What is entered for later days already stands in the way of those it would contradict: units that get a version or
 * another path, when they have a later version themselves; added units, when one above them moves or ends later.
 */
export function lateFaults({ rows, before, after }: Planned, { existing, day }: ImportRequest): ImportFault[] {
  const lines = new Map(rows.map(row => [row.version.unitId, row.line]))
  const changing = new Set(movedUnits(before, after).map(unit => unit.unitId))
  for (const { outcome, version } of rows) if (outcome === 'renewed') changing.add(version.unitId)
  const late = [...before.values()].filter(({ unitId, validTo }) => validTo !== null && changing.has(unitId))

  const later = Map.groupBy(
    existing.filter(version => version.validFrom > day),
    version => version.unitId,
  )
  const leaving = new Set(
    [...before.values()]
      .filter(unit => unit.validTo !== null && leavesLater(unit, later.get(unit.unitId) ?? []))
      .map(unit => unit.unitId),
  )
  const added = leaving.size === 0 ? [] : rows.filter(row => row.outcome === 'added').map(row => row.version)
  late.push(...added.filter(unit => pathOf({ units: after }, unit.unitId).some(upper => leaving.has(upper.unitId))))
  return late.map(unit => ({
    line: lines.get(unit.unitId) ?? null,
    column: null,
    code: 'CHANGES_LATER',
    value: displayName(unit),
    tolerated: false,
  }))
}

/** True when a unit with these versions to come ends, or will stand elsewhere. */
function leavesLater({ parentId }: UnitVersion, later: readonly UnitVersion[]): boolean {
  return later.some(version => version.parentId !== parentId) || later.every(version => version.validTo !== null)
}

export function rightsFaults({ rows, before, after }: Planned, { mayEdit }: ImportRequest): ImportFault[] {
  const mayEditIn = (units: ReadonlyMap<UnitId, UnitVersion>, unitId: UnitId) =>
    !units.has(unitId) || mayEdit(pathOf({ units }, unitId).map(unit => unit.unitId))
  return rows
    .filter(row => row.outcome !== 'unchanged')
    .filter(({ version }) => !mayEditIn(before, version.unitId) || !mayEditIn(after, version.unitId))
    .map(({ line, version }) => ({
      line,
      column: null,
      code: 'OUTSIDE_RIGHTS',
      value: displayName(version),
      tolerated: false,
    }))
}

const columnOfFault: Readonly<Partial<Record<UnitFaultCode, ImportColumn>>> = {
  CODE_OUTSIDE_PARENT: 'code',
  PARENT_LEVEL: 'parentCode',
  CIRCLE: 'parentCode',
  SECOND_ROOT: 'parentCode',
  SIBLING_NAME: 'name',
}

/** What the tree would have wrong after the import and has not wrong now. */
export function treeFaults({ rows, before, after }: Planned): ImportFault[] {
  const lines = new Map(rows.map(row => [row.version.unitId, row.line]))
  const known = new Set(checkUnits([...before.values()]).map(fault => `${fault.unitId} ${fault.code}`))
  return checkUnits([...after.values()])
    .filter(fault => !known.has(`${fault.unitId} ${fault.code}`))
    .map(({ unitId, code }) => {
      const unit = after.get(unitId)
      return {
        line: lines.get(unitId) ?? null,
        column: columnOfFault[code] ?? null,
        code,
        value: unit ? displayName(unit) : '',
        tolerated: toleratedFaults.has(code),
      }
    })
}
