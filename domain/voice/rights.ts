import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const dictionaryKeepers = ['author', 'administrator'] as const

/** Those who write for a unit decide how its words are spoken, there and in all units below. */
export function mayKeepDictionary(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, dictionaryKeepers, unitPath)
}
