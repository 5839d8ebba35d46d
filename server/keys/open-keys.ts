import { randomBytes } from 'node:crypto'
import { type Platform, transact } from '@nguon/server/platform'
import { type Keyring, openKeyring } from './keyring.ts'
import { isAnythingSealed, rowOfSecret, sealStored } from './seal-stored.ts'
import { openSealing } from './sealing.ts'
import { readSecretKey } from './secret-key.ts'
import { keepFirstSecret } from './secret-store.ts'

export interface Keys {
  readonly keyring: Keyring
  /** The secret of a name: 256 random bits, made by whichever server asks first and the same for all. */
  secret(name: string): Promise<string>
}

/**
 * Opens the secrets of this instance with the key from the settings; what lay plain in the database is sealed now.
 * @throws ConfigFault without a usable key, SealedOtherwise with another than the one that sealed them
 */
export async function openKeys(platform: Pick<Platform, 'db' | 'clock' | 'config' | 'log'>): Promise<Keys> {
  const { db, clock, config, log } = platform
  const sealing = openSealing(await readSecretKey(config, { anythingSealed: await isAnythingSealed(db) }))
  const sealedAnew = await transact(db, tx => sealStored(tx, { seals: sealing }))
  if (sealedAnew > 0) log.info({ sealedAnew, keyId: sealing.keyId }, 'plain secrets were sealed')
  return {
    keyring: openKeyring({ db, clock, sealing }),
    secret: async name => {
      const fresh = sealing.seal(randomBytes(32).toString('base64url'), rowOfSecret(name))
      const kept = await transact(db, tx => keepFirstSecret(tx, name, fresh, clock.now()))
      return sealing.open(kept, rowOfSecret(name))
    },
  }
}
