import type { UnitId, UnitPath } from '@nguon/domain/platform'

/** How one kind of trouble struck one unit of late: of the devices it has itself, not of those of units below. */
export interface UnitStrike {
  readonly unitId: UnitId
  readonly path: UnitPath
  readonly devices: number
  /** Alarms of the kind that opened of late, are not over and nobody acknowledged. */
  readonly struck: number
}

/** A unit for which one alarm shall stand for many. */
export interface Gathering {
  readonly unitId: UnitId
  readonly devices: number
  readonly struck: number
}

/** Alarms that opened within this time of each other came at once. */
export const atOnceMilliseconds = 30 * 60_000

const fewest = 5
const share = 0.5
const shareLeft = 0.2

const isMany = ({ devices, struck }: { devices: number; struck: number }) =>
  struck >= fewest && struck >= devices * share

/**
 * The units for which one alarm stands for many (A6.2, A6.3): each unit much of which was struck, so that its own people
 * see one line, and the topmost unit above several of them, so that those above see one line too.
 */
export function gatherAlarms(strikes: readonly UnitStrike[]): Gathering[] {
  const own = strikes.filter(isMany).map(({ unitId, devices, struck }) => ({ unitId, devices, struck }))
  const loads = new Map<UnitId, { path: UnitPath; devices: number; struck: number; units: number }>()
  for (const { path, devices, struck } of strikes) {
    for (const [depth, unitId] of path.entries()) {
      const known = loads.get(unitId) ?? { path: path.slice(0, depth + 1), devices: 0, struck: 0, units: 0 }
      const units = known.units + (struck > 0 ? 1 : 0)
      loads.set(unitId, { ...known, devices: known.devices + devices, struck: known.struck + struck, units })
    }
  }
  const wide = new Map([...loads].filter(([, load]) => load.units > 1 && isMany(load)))
  const tops = [...wide].filter(([, { path }]) => !path.slice(0, -1).some(above => wide.has(above)))
  const above = tops.map(([unitId, { devices, struck }]) => ({ unitId, devices, struck }))
  return [...own.filter(({ unitId }) => !above.some(top => top.unitId === unitId)), ...above]
}

/** Whether what came at once is over: few are left, and those stand for themselves again (A6.5). */
export function isGatheringOver({ devices, struck }: { devices: number; struck: number }): boolean {
  return struck === 0 || struck < devices * shareLeft
}
