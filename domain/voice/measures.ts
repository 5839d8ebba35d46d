import unitTable from './data/units.json' with { type: 'json' }
import type { Place } from './place.ts'
import { matchAt } from './place.ts'

const units: ReadonlyMap<string, string> = new Map(Object.entries(unitTable))
const escaped = [...units.keys()].sort((left, right) => right.length - left.length).join('|')
const unitPattern = new RegExp(String.raw`\s?(${escaped})(?![\p{L}\d])`, 'uy')
const bareUnit = new RegExp(String.raw`(${escaped})(?![\p{L}\d])`, 'uy')

export interface Suffix {
  readonly end: number
  readonly spoken: string
}

/** M1: the unit after a number, "ki lô mét vuông" of "km2". */
export function unitAt(place: Place, at: number): Suffix | undefined {
  const match = matchAt(unitPattern, place, at)
  const spoken = units.get(match?.[1] ?? '')
  return match && spoken ? { end: at + match[0].length, spoken } : undefined
}

/** The unit after a slash: "ha" of "kg/ha". */
export function unitAfterSlash(place: Place, at: number): Suffix | undefined {
  const match = matchAt(bareUnit, place, at)
  const spoken = units.get(match?.[1] ?? '')
  return match && spoken ? { end: at + match[0].length, spoken } : undefined
}
