import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const dictionaryKeepers = ['author', 'administrator'] as const

export const voiceSettingKeepers = ['administrator'] as const

/** Whether a unit says on the air that a machine reads is a decision of the unit, not of who writes. */
export function mayKeepVoiceSetting(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, voiceSettingKeepers, unitPath)
}

/** Those who write for a unit decide how its words are spoken, there and in all units below. */
export function mayKeepDictionary(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, dictionaryKeepers, unitPath)
}
