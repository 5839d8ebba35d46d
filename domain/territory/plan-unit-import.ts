import type { Day, UnitId } from '@nguon/domain/platform'
import { checkUnits, toleratedFaults, type UnitFaultCode } from './check-units.ts'
import { type ImportColumn, type ImportRow, readImportRow, type RowFaultCode, type UnitDraft } from './import-row.ts'
import { type LegalAct, type UnitVersion, unitsOn } from './unit.ts'
import { displayName } from './unit-name.ts'
import { type CodedDraft, giveVillageCodes } from './village-codes.ts'

export type ImportFaultCode =
  | RowFaultCode
  | UnitFaultCode
  | 'CODE_REPEATED'
  | 'CODE_RETIRED'
  | 'PARENT_UNKNOWN'
  | 'CHANGES_LATER'

export interface ImportFault {
  /** Null when the fault is in a unit that the file does not name. */
  readonly line: number | null
  readonly column: ImportColumn | null
  readonly code: ImportFaultCode
  /** What the sentence about the fault speaks of: the cell, or the name of the unit. */
  readonly value: string
  /** A tolerated fault is told and does not stop the import. */
  readonly tolerated: boolean
}

/** What the import would do with one row. `renewed`: a new version from the day; `corrected`: the version as it stands is set right. */
export type RowOutcome = 'added' | 'renewed' | 'corrected' | 'unchanged'

export interface PlannedRow {
  readonly line: number
  readonly outcome: RowOutcome
  readonly version: UnitVersion
  /** The version that holds until then; null for an added unit. */
  readonly previous: UnitVersion | null
}

export interface ImportPlan {
  /** Parents before their children; empty when a row could not be read. */
  readonly rows: readonly PlannedRow[]
  readonly faults: readonly ImportFault[]
}

export interface ImportRequest {
  /** Every version there is, of every day. */
  readonly existing: readonly UnitVersion[]
  readonly rows: readonly ImportRow[]
  /** The day from which the file holds. */
  readonly day: Day
  readonly legalAct: LegalAct | null
  readonly newUnitId: () => UnitId
}

export function isCommittable(plan: ImportPlan): boolean {
  return plan.faults.every(fault => fault.tolerated)
}

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
  const coded = giveVillageCodes(drafts, request.existing, request.day)
  faults.push(...codeFaults(coded, request))
  if (faults.some(fault => !fault.tolerated)) return { rows: [], faults: inOrder(faults) }

  const rows = parentsFirst(coded).map(planRow(request, coded))
  faults.push(...lateFaults(rows), ...treeFaults(rows, request))
  return { rows, faults: inOrder(faults) }
}

function codeFaults(drafts: readonly CodedDraft[], { existing, day, rows }: ImportRequest): ImportFault[] {
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

function lateFaults(rows: readonly PlannedRow[]): ImportFault[] {
  return rows
    .filter(row => row.outcome === 'renewed' && row.previous?.validTo !== null)
    .map(({ line, version }) => ({
      line,
      column: null,
      code: 'CHANGES_LATER' as const,
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
function treeFaults(rows: readonly PlannedRow[], { existing, day }: ImportRequest): ImportFault[] {
  const before = unitsOn(existing, day)
  const after = new Map(before.map(unit => [unit.unitId, unit]))
  for (const { version } of rows) after.set(version.unitId, version)
  const lines = new Map(rows.map(row => [row.version.unitId, row.line]))
  const known = new Set(checkUnits(before).map(fault => `${fault.unitId} ${fault.code}`))
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

function inOrder(faults: readonly ImportFault[]): ImportFault[] {
  return faults.toSorted((first, second) => (first.line ?? 0) - (second.line ?? 0))
}
