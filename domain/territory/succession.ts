import type { Day, UnitId } from '@nguon/domain/platform'
import type { LegalAct } from './unit.ts'

export const successionKinds = ['merge', 'split', 'rename', 'move'] as const

export type SuccessionKind = (typeof successionKinds)[number]

/** One arrow of a reorganisation: what of an old unit went on in a new one. */
export interface Succession {
  readonly oldUnitId: UnitId
  readonly newUnitId: UnitId
  readonly kind: SuccessionKind
  /**
   * The share of the old unit's counts that goes to the new one, above 0 up to 1; the shares of one old unit add up
   * to 1, so that sums over the territory stay what they were. Rates are carried as numerator and denominator.
   */
  readonly weight: number
  readonly takesEffectOn: Day
  readonly legalAct: LegalAct
}
