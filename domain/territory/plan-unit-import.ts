import type { UnitId } from '@nguon/domain/platform'
import { codeFaults, lateFaults, rightsFaults, treeFaults } from './import-faults.ts'
import type { ImportFault, ImportPlan, ImportRequest, PlannedRow, RowOutcome } from './import-plan.ts'
import { readImportRow, type UnitDraft } from './import-row.ts'
import { type UnitVersion, unitsOn } from './unit.ts'
import { type CodedDraft, giveVillageCodes } from './village-codes.ts'

/**
 * Compares a file with the territory of a day: rows are matched by code, villages without one by their name under
 * the same parent. Units the file does not name stay as they are. Nothing of a plan with an untolerated fault may be carried out.
 */
export function planUnitImport(request: ImportRequest): ImportPlan {
  const faults: ImportFault[] = []
  const drafts: UnitDraft[] = []
  for (const row of request.rows) {
    const read = readImportRow(row)
    faults.push(...read.faults.map(fault => ({ ...fault, tolerated: fault.code === 'CODE_FILLED_UP' })))
    if (read.draft) drafts.push(read.draft)
  }
  const before = byId(unitsOn(request.existing, request.day))
  const coded = giveVillageCodes(drafts, request.existing, request.day)
  faults.push(...codeFaults(coded, request))
  if (faults.some(fault => !fault.tolerated)) return { rows: [], faults: inOrder(faults), before, after: before }

  const rows = parentsFirst(coded).map(planRow(request, coded))
  const after = new Map([...before, ...rows.map(({ version }) => [version.unitId, version] as const)])
  const planned = { rows, before, after }
  faults.push(...lateFaults(planned, request), ...treeFaults(planned), ...rightsFaults(planned, request))
  return { ...planned, faults: inOrder(faults) }
}

function byId(units: readonly UnitVersion[]): ReadonlyMap<UnitId, UnitVersion> {
  return new Map(units.map(unit => [unit.unitId, unit]))
}

/** Rows in circles stay at the end, for `checkUnits` to name. */
function parentsFirst(drafts: readonly CodedDraft[]): CodedDraft[] {
  const byCode = new Map(drafts.map(draft => [draft.code, draft]))
  const placed = new Set<CodedDraft>()
  for (const draft of drafts) {
    const way = new Set<CodedDraft>()
    let next: CodedDraft | undefined = draft
    while (next && !placed.has(next) && !way.has(next)) {
      way.add(next)
      next = next.parentCode === null ? undefined : byCode.get(next.parentCode)
    }
    for (const step of [...way].reverse()) placed.add(step)
  }
  return [...placed]
}

function planRow({ existing, day, legalAct, newUnitId }: ImportRequest, drafts: readonly CodedDraft[]) {
  const today = new Map(unitsOn(existing, day).map(unit => [unit.code, unit]))
  const ids = new Map([...today].map(([code, unit]) => [code, unit.unitId]))
  for (const { code } of drafts) if (!ids.has(code)) ids.set(code, newUnitId())
  return (draft: CodedDraft): PlannedRow => {
    const { line, level, kind, name, code } = draft
    const previous = today.get(code) ?? null
    const parentId = draft.parentCode === null ? (previous?.parentId ?? null) : (ids.get(draft.parentCode) ?? null)
    const version: UnitVersion = {
      unitId: ids.get(code) as UnitId,
      validFrom: day,
      validTo: null,
      legalAct,
      parentId,
      level,
      kind,
      name,
      code,
      households: draft.households ?? previous?.households ?? null,
      place: draft.place ?? previous?.place ?? null,
    }
    if (!previous) return { line, outcome: 'added', version, previous }
    const outcome = compare(previous, version)
    const { validFrom, validTo } = previous
    return {
      line,
      outcome,
      previous,
      version: outcome === 'renewed' ? version : { ...version, validFrom, validTo, legalAct: previous.legalAct },
    }
  }
}

function compare(previous: UnitVersion, next: UnitVersion): RowOutcome {
  const isSame = (['parentId', 'level', 'kind', 'name'] as const).every(field => previous[field] === next[field])
  if (!isSame) return previous.validFrom === next.validFrom ? 'corrected' : 'renewed'
  const isSameFigure =
    previous.households === next.households &&
    previous.place?.latitude === next.place?.latitude &&
    previous.place?.longitude === next.place?.longitude
  return isSameFigure ? 'unchanged' : 'corrected'
}

function inOrder(faults: readonly ImportFault[]): ImportFault[] {
  return faults.toSorted((first, second) => (first.line ?? 0) - (second.line ?? 0))
}
