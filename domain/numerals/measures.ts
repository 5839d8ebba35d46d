import unitTable from './data/units.json' with { type: 'json' }
import type { Finding } from './finding.ts'
import { type Place, matchAt, textBefore } from './place.ts'

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

const looseUnit = /(?:km2|m2|m3|km|kg|cm|mm|kWh|kVA|MW|ml|mg|ha)(?![\p{L}\d])/uy
const countedBefore = /(?:mỗi|một|vài|nửa|chục|trăm|nghìn|ngàn|triệu|trên|tổng|từ|bao nhiêu|tính theo)\s$/iu

/** M7: a unit without a figure: "mỗi ha", "vài kg". */
export function readLooseUnit(place: Place): Finding | undefined {
  const match = matchAt(looseUnit, place)
  const spoken = units.get(match?.[0] ?? '')
  if (!match || !spoken) return undefined
  // "ha" is a word, "m2" may be a sign: these two need a counting word.
  if (/^(?:ha|m2|m3)$/.test(match[0]) && !countedBefore.test(textBefore(place))) return undefined
  return { end: place.at + match[0].length, spoken, kind: 'measure', certainty: 'likely' }
}
