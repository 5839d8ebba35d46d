import type { Transaction } from '@nguon/server/platform'
import { holdKeyringLock, readAllKeys, replaceJwk } from './key-store.ts'
import { rowOfKey } from './sealed-jwk.ts'
import { sealedWith, type Sealing } from './sealing.ts'
import { readSecrets, replaceSecret } from './secret-store.ts'

export const rowOfSecret = (name: string) => `keys.secret/${name}`

/**
 * Sees that every stored secret is sealed with `seals`. What is plain, or was sealed with `held`, is sealed anew; what
 * cannot be opened ends the transaction, so that nothing is lost. Gives how many were sealed anew.
 * @throws SealedOtherwise
 */
export async function sealStored(
  tx: Transaction,
  { held = null, seals }: { held?: Sealing | null; seals: Sealing },
): Promise<number> {
  await holdKeyringLock(tx)
  let sealedAnew = 0
  /** The value sealed anew, or null when it is sealed as wanted already. */
  const anew = (value: string, row: string): string | null => {
    const by = sealedWith(value)
    const plain = by === null ? value : (by === held?.keyId ? held : seals).open(value, row)
    if (by === seals.keyId) return null
    sealedAnew += 1
    return seals.seal(plain, row)
  }
  for (const key of await readAllKeys(tx)) {
    const { d, sealed, ...open } = key.privateJwk
    const value = sealed ?? d
    if (value === undefined) throw new Error(`key ${key.kid} has no private part`)
    const fresh = anew(value, rowOfKey(key))
    if (fresh !== null) await replaceJwk(tx, key.kid, { ...open, sealed: fresh })
  }
  for (const { name, value } of await readSecrets(tx)) {
    const fresh = anew(value, rowOfSecret(name))
    if (fresh !== null) await replaceSecret(tx, name, fresh)
  }
  return sealedAnew
}

/** True when a key is needed to read what is stored. */
export async function isAnythingSealed(db: Parameters<typeof readAllKeys>[0]): Promise<boolean> {
  const keys = await readAllKeys(db)
  const secrets = await readSecrets(db)
  return (
    keys.some(({ privateJwk }) => privateJwk.sealed !== undefined) ||
    secrets.some(({ value }) => sealedWith(value) !== null)
  )
}
