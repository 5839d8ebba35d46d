import type { Day, UnitId } from '@nguon/domain/platform'
import type { Level } from './level.ts'

/** A node of the territory. It keeps its id for ever; all that can change about it stands in its versions. */
export interface Unit {
  readonly id: UnitId
}

/** The document a change of the territory rests on. */
export interface LegalAct {
  /** Number and sign as printed, such as `1660/NQ-UBTVQH15`. */
  readonly number: string
  readonly date: Day
  readonly issuer: string
}

/** A point of the map in WGS 84 degrees. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** What a unit was from one day to another. The versions of one unit never overlap. */
export interface UnitVersion {
  readonly unitId: UnitId
  readonly validFrom: Day
  /** The first day on which this no longer held; null while it holds. */
  readonly validTo: Day | null
  /** Null for the root of the tree. */
  readonly parentId: UnitId | null
  readonly level: Level
  /** Local word before the name: "xã", "tổ dân phố"; empty when the name says it all. */
  readonly kind: string
  /** The name without its kind: "Krông Năng", "3". */
  readonly name: string
  /** Unique and never given to another unit: who keeps a code through a reorganisation is the same unit. */
  readonly code: string
  readonly households: number | null
  readonly place: Place | null
  /** Null for what was entered at the start. */
  readonly legalAct: LegalAct | null
}

export function isValidOn(version: UnitVersion, day: Day): boolean {
  return version.validFrom <= day && (version.validTo === null || day < version.validTo)
}

/** The territory as it was on a day: of every unit that existed then, its version. */
export function unitsOn(versions: readonly UnitVersion[], day: Day): UnitVersion[] {
  return versions.filter(version => isValidOn(version, day))
}
