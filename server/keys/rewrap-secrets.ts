import { rename, rm } from 'node:fs/promises'
import { type Platform, transact, type Transaction } from '@nguon/server/platform'
import { isAnythingSealed, sealStored } from './seal-stored.ts'
import { openSealing } from './sealing.ts'
import { makeKeyFile, ownKeyFile, readKeyFile, readSecretKey } from './secret-key.ts'

/**
 * Seals every secret with another key, in one transaction: from the file, or, for the embedded database with a key file of
 * its own, with a fresh key that takes that file's place. Done twice it changes nothing the second time.
 * No server may run meanwhile: it would go on sealing with the old key.
 */
export async function rewrapSecrets(
  platform: Pick<Platform, 'db' | 'config'>,
  newKeyFile: string | null,
  record: (tx: Transaction, done: { sealedAnew: number; keyId: string }) => Promise<void>,
): Promise<{ sealedAnew: number; keyId: string }> {
  const { db, config } = platform
  const held = openSealing(await readSecretKey(config, { anythingSealed: await isAnythingSealed(db) }))
  const own = ownKeyFile(config)
  const next = `${own}.new`
  if (newKeyFile === null && config.secretKey !== null) throw new Error('the new key file is missing')
  const key = newKeyFile === null ? await keptOrFresh(next) : await readKeyFile(newKeyFile, newKeyFile)
  const seals = openSealing(key)
  const { keyId } = seals
  const sealedAnew = await transact(db, async tx => {
    const count = await sealStored(tx, { held, seals })
    await record(tx, { sealedAnew: count, keyId })
    return count
  })
  if (newKeyFile === null) await rename(next, own)
  return { sealedAnew, keyId }
}

/** The key a change before this one had made and could not put into its place, or a new one. */
async function keptOrFresh(path: string): Promise<Uint8Array> {
  try {
    return await readKeyFile(path, path)
  } catch {
    await rm(path, { force: true })
    return makeKeyFile(path)
  }
}
