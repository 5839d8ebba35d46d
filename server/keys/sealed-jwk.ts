import type { StoredJwk, StoredKey } from './key-store.ts'
import type { Sealing } from './sealing.ts'

type NamedJwk = Pick<StoredKey, 'kid' | 'role' | 'privateJwk'>

/** Binds the private part to its row and to the public part that is stored in the open beside it. */
export const rowOfKey = ({ kid, role, privateJwk }: NamedJwk) => `keys.signing_key/${kid}/${role}/${privateJwk.x}`

/** The key as it is stored, given plain. */
export function sealJwk(key: NamedJwk, sealing: Sealing): StoredJwk {
  const { d, sealed, ...open } = key.privateJwk
  if (d === undefined || sealed !== undefined) throw new Error(`key ${key.kid} has no plain private part`)
  return { ...open, sealed: sealing.seal(d, rowOfKey(key)) }
}

/** The key as it signs. Every row is sealed once the keys are open. */
export function openJwk(key: NamedJwk, sealing: Sealing): StoredJwk & { d: string } {
  const { sealed, ...open } = key.privateJwk
  if (sealed === undefined) throw new Error(`key ${key.kid} was not sealed`)
  return { ...open, d: sealing.open(sealed, rowOfKey(key)) }
}
