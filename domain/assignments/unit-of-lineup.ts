import type { UnitId } from '@nguon/domain/platform'

/** One decision of the past. Decisions and line-ups are numbered in one sequence. */
export interface PastMove {
  readonly version: number
  readonly formerUnitId: UnitId
  readonly unitId: UnitId
}

/**
 * The unit a device played for with a line-up of this version, however late it tells of it: a line-up numbered below a
 * decision is one of the unit before it. `unitId` is the unit the device belongs to now.
 */
export function unitOfLineup(moves: readonly PastMove[], lineupVersion: number, unitId: UnitId): UnitId {
  const next = moves
    .filter(({ version }) => version > lineupVersion)
    .toSorted((first, second) => first.version - second.version)[0]
  return next?.formerUnitId ?? unitId
}
