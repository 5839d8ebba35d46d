import type { KeySet } from '@nguon/contract/keys'
import { documentTypes, type PublicKey, sign, type SigningKey } from '@nguon/contract/signing'
import { type Instant, instant } from '@nguon/domain/platform'
import { type Clock, type Database, newId, transact } from '@nguon/server/platform'
import { exportJWK, generateKeyPair, importJWK } from 'jose'
import { holdKeyringLock, insertKey, readKeys, type StoredKey } from './key-store.ts'
import { openJwk, sealJwk } from './sealed-jwk.ts'
import type { Sealing } from './sealing.ts'

const day = 86_400_000

/** A signing key signs for 16 days and is trusted for 32: neighbours overlap by 16, twice the life of a line-up. */
const signsFor = 16 * day
const trustedFor = 32 * day
/** Devices hear of a key this long before it signs. */
const announcedBefore = 2 * day
const rootTrustedFor = 20 * 365 * day

/** The keys of this instance: a root that devices pin at their claim, and signing keys under it that come and go. */
export interface Keyring {
  root(): Promise<PublicKey>
  /** The key that signs now. */
  signingKey(): Promise<SigningKey>
  /** Every key devices may trust, signed by the root: what `/api/devices/keys` serves. */
  keySet(): Promise<string>
}

interface KeyringParts {
  readonly db: Database
  readonly clock: Clock
  readonly sealing: Sealing
}

export function openKeyring(parts: KeyringParts): Keyring {
  const { db, clock, sealing } = parts
  const imported = new Map<string, Promise<SigningKey>>()
  const forSigning = (key: StoredKey) => {
    const known = imported.get(key.kid)
    if (known) return known
    const fresh = importJWK(openJwk(key, sealing), 'EdDSA').then(privateKey => {
      if (privateKey instanceof Uint8Array) throw new Error(`key ${key.kid} is not an Ed25519 key`)
      return { kid: key.kid, privateKey }
    })
    imported.set(key.kid, fresh)
    return fresh
  }
  const current = async () => {
    const now = clock.now()
    const keys = await readKeys(db, now)
    return isComplete(keys, now) ? keys : completeKeys(parts)
  }
  return {
    root: async () => publicPart(rootOf(await current())),
    signingKey: async () => {
      const keys = await current()
      const now = clock.now()
      const started = keys.filter(key => key.role === 'signing' && key.notBefore <= now)
      const newest = started.at(-1)
      if (!newest) throw new Error('the keyring has no signing key')
      return forSigning(newest)
    },
    keySet: async () => {
      const keys = await current()
      const trusted = keys.filter(key => key.role === 'signing')
      const payload: KeySet = {
        issuedAt: clock.now(),
        keys: trusted.map(key => ({ ...publicPart(key), notBefore: key.notBefore, notAfter: key.notAfter })),
      }
      return sign(documentTypes.keySet, payload, await forSigning(rootOf(keys)))
    },
  }
}

function isComplete(keys: readonly StoredKey[], now: Instant): boolean {
  const last = keys.findLast(key => key.role === 'signing')
  return (
    keys.some(key => key.role === 'root') && last !== undefined && now < last.notBefore + signsFor - announcedBefore
  )
}

/** Makes what is missing: the root once, and the next signing key in time for devices to hear of it. */
async function completeKeys({ db, clock, sealing }: KeyringParts): Promise<StoredKey[]> {
  return transact(db, async tx => {
    await holdKeyringLock(tx)
    const now = clock.now()
    const keys = await readKeys(tx, now)
    if (!keys.some(key => key.role === 'root')) {
      const root = await makeKey('root', now, instant(now + rootTrustedFor), sealing)
      await insertKey(tx, root)
      keys.unshift(root)
    }
    while (!isComplete(keys, now)) {
      const last = keys.findLast(key => key.role === 'signing')
      const from = instant(last ? Math.max(now, last.notBefore + signsFor) : now)
      const key = await makeKey('signing', from, instant(from + trustedFor), sealing)
      await insertKey(tx, key)
      keys.push(key)
    }
    return keys
  })
}

async function makeKey(
  role: StoredKey['role'],
  notBefore: Instant,
  notAfter: Instant,
  sealing: Sealing,
): Promise<StoredKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x, d } = await exportJWK(pair.privateKey)
  if (!x || !d) throw new Error('a key without its two parts was made')
  const kid = newId<'signingKey'>(notBefore)
  const privateJwk = sealJwk({ kid, role, privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d } }, sealing)
  return { kid, role, privateJwk, notBefore, notAfter }
}

function rootOf(keys: readonly StoredKey[]): StoredKey {
  const root = keys.find(key => key.role === 'root')
  if (!root) throw new Error('the keyring has no root key')
  return root
}

function publicPart(key: StoredKey): PublicKey {
  return { kid: key.kid, kty: 'OKP', crv: 'Ed25519', x: key.privateJwk.x }
}
