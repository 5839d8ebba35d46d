import type { Day, UnitId, UnitPath } from '@nguon/domain/platform'
import type { UnitFaultCode } from './check-units.ts'
import type { ImportColumn, ImportRow, RowFaultCode } from './import-row.ts'
import type { LegalAct, UnitVersion } from './unit.ts'

export type ImportFaultCode =
  | RowFaultCode
  | UnitFaultCode
  | 'CODE_REPEATED'
  | 'CODE_RETIRED'
  | 'PARENT_UNKNOWN'
  | 'CHANGES_LATER'
  | 'OUTSIDE_RIGHTS'

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
  /** The territory of the day as it is, and as it would be. */
  readonly before: ReadonlyMap<UnitId, UnitVersion>
  readonly after: ReadonlyMap<UnitId, UnitVersion>
}

export interface ImportRequest {
  /** Every version there is, of every day. */
  readonly existing: readonly UnitVersion[]
  readonly rows: readonly ImportRow[]
  /** The day from which the file holds. */
  readonly day: Day
  readonly legalAct: LegalAct | null
  readonly newUnitId: () => UnitId
  /** Asked for each unit that would change, with the path it has and the path it would have. */
  readonly mayEdit: (unitPath: UnitPath) => boolean
}

export function isCommittable(plan: ImportPlan): boolean {
  return plan.faults.every(fault => fault.tolerated)
}
