import { createHash } from 'node:crypto'
import type { Sha256 } from '@nguon/domain/platform'

export type ProgrammeKey = string & { readonly __brand: 'programmeKey' }

/** The same sounds in the same order are one programme, whoever plays it. */
export function programmeKey(sounds: readonly Sha256[]): ProgrammeKey {
  return createHash('sha256').update(sounds.join('\n')).digest('hex') as ProgrammeKey
}
