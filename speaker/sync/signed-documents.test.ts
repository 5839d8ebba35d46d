import { type DocumentType, documentTypes, sign } from '@nguon/contract/signing'
import type { KeySet } from '@nguon/contract/keys'
import type { Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { makeKey, peerLineup } from '../test-peer/peer.ts'
import { readKeySet } from './key-set.ts'
import { readLineup } from './read-lineup.ts'

const root = await makeKey('root')
const stranger = await makeKey('root')
const key = await makeKey('k1')

const at = (value: number) => value as Instant
const keys = (issuedAt: number): KeySet => ({
  issuedAt: at(issuedAt),
  keys: [{ ...key.jwk, notBefore: at(100), notAfter: at(200) }],
})

describe('the key set', () => {
  const signed = (payload: unknown, by = root.signing, type: DocumentType = documentTypes.keySet) =>
    sign(type, payload, by)

  it.each<[string, () => Promise<string>, string | null]>([
    ['signed by the root key is believed', () => signed(keys(50)), null],
    ['issued at the same instant is believed', () => signed(keys(40)), null],
    ['older than the one held is not', () => signed(keys(39)), 'older'],
    ['signed by a stranger who calls himself root is not', () => signed(keys(50), stranger.signing), 'signature'],
    ['signed by a signing key is not', () => signed(keys(50), key.signing), 'unknown-key'],
    ['that is another kind of document is not', () => signed(keys(50), root.signing, documentTypes.lineup), 'type'],
    ['without keys is not', () => signed({ issuedAt: 50 }), 'malformed-payload'],
  ])('%s', async (_, make, fault) => {
    const read = await readKeySet(await make(), root.jwk, keys(40))
    expect('fault' in read ? read.fault : null).toBe(fault)
  })
})

describe('a line-up', () => {
  it.each([
    [99, 'key-expired'],
    [100, null],
    [199, null],
    [200, 'key-expired'],
  ])('issued at %s, by a key in force from 100 until 200', async (issuedAt, fault) => {
    const jws = await sign(documentTypes.lineup, peerLineup(1, issuedAt, [], []), key.signing)
    const read = await readLineup(jws, keys(50))
    expect('fault' in read ? read.fault : null).toBe(fault)
  })

  it('I15: says which of its rows it could not read', async () => {
    const lineup = { ...peerLineup(1, 150, [], []), items: [{ id: 'x' }, 7], media: [null] }
    const read = await readLineup(await sign(documentTypes.lineup, lineup, key.signing), keys(50))
    if ('fault' in read) throw new Error(read.fault)
    expect(read.lineup.items).toEqual([])
    expect(read.bad.map(row => row.split(':')[0])).toEqual(['item 0', 'item 1', 'media 0'])
  })
})
