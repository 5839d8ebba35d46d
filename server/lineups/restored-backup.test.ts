import { randomBytes } from 'node:crypto'
import { documentTypes, verify } from '@nguon/contract/signing'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { KeySet } from '@nguon/contract/keys'
import { lineupFrameSchema } from '@nguon/contract/lineups'
import { type Instant, instant, type UnitId } from '@nguon/domain/platform'
import { judgeLineup } from '@nguon/domain/player'
import { openPglite, settableClock, transact } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnBothDatabases, freshPglite } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse, type Visitor } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { describe, expect, it } from 'vitest'
import { nextVersion } from './store.ts'

/** A device as far as line-ups go: what it pinned at its claim, and the mark of the newest it ever accepted. */
interface Holder {
  readonly visitor: Visitor
  readonly unitId: UnitId
  mark: { version: number; issuedAt: Instant; since: Instant } | null
}

/** Fetches keys and line-up as a device does; the fault for which it would refuse, or null when it took it. */
async function offered(house: TestHouse, holder: Holder, rootKey: ClaimResponse['rootKey']): Promise<string | null> {
  await settled(house)
  const text = async (path: string) => (await holder.visitor.fetch(path)).text()
  const keys = await verify(documentTypes.keySet, await text('/api/devices/keys'), [rootKey])
  if ('fault' in keys) return keys.fault
  const read = await verify(documentTypes.lineup, await text('/api/devices/lineup'), (keys.payload as KeySet).keys)
  if ('fault' in read) return read.fault
  const lineup = { ...lineupFrameSchema.parse(read.payload), items: [], media: [] }
  const now = house.clock.now()
  const fault = judgeLineup(holder, lineup, now)
  if (fault === null) holder.mark = { version: lineup.version, issuedAt: lineup.issuedAt, since: now }
  return fault
}

describe('R4: a database restored from an older backup', () => {
  it('gives devices line-ups they accept, and those it had before as soon as one refuses', async () => {
    const clock = settableClock(Date.UTC(2026, 10, 21, 1))
    const settings = { NGUON_SECRET_KEY: randomBytes(32).toString('base64') }
    const database = await freshPglite()
    const house = await openTestHouse({ clock, database, settings })
    const { deviceId, fetch, call, cookies } = await claimedDevice(house, '24343')
    const rootKey = await rootKeyOf(house)
    const holder: Holder = { visitor: { fetch, call, cookies }, unitId: house.units['24343'], mark: null }
    expect(await offered(house, holder, rootKey)).toBeNull()
    const backup = await database.dump?.()
    if (!backup) throw new Error('no backup')

    // What the backup does not know: two more devices, each of which changed the line-up of all.
    for (const hours of [1, 2]) {
      clock.advance(hours * 3_600_000)
      await claimedDevice(house, '24343')
      expect(await offered(house, holder, rootKey)).toBeNull()
    }
    const newest = holder.mark?.version ?? 0
    await house.close()

    clock.advance(3_600_000)
    const restored = await openTestHouse({ clock, database: await openPglite({ dump: backup }), settings })
    const reach = (path: string, init?: RequestInit) => fetch(new URL(path, restored.url).toString(), init)
    const device = { ...holder, visitor: { ...holder.visitor, fetch: reach } }
    expect(await offered(restored, device, rootKey)).toBe('older')
    const refusal = { at: clock.now(), subject: 'lineup', fault: 'older', detail: '' }
    const told = await reach('/api/devices/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'refusals', refusals: [refusal] }),
    })
    expect(told.status).toBe(200)
    expect(await offered(restored, device, rootKey)).toBeNull()
    expect(device.mark?.version).toBeGreaterThan(newest)
    expect(deviceId).toHaveLength(26)
    await restored.close()
  })
})

async function rootKeyOf(house: TestHouse): Promise<ClaimResponse['rootKey']> {
  const technician = await house.person('technician', '24346')
  const registered = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
    unitId: house.units['24346'],
    name: 'Cụm loa khác',
  })
  const claim = { code: registered.body.claim.code, model: 'NGUON-SIM', firmware: '1.0.0' }
  return (await house.visitor().call<ClaimResponse>('POST', '/devices/claim', claim)).body.rootKey
}

describeOnBothDatabases('versions of line-ups', database => {
  it('rise by at least one, and never stay below the clock', async () => {
    const { db } = database()
    const next = (now: number) => transact(db, tx => nextVersion(tx, instant(now)))
    expect(await next(5_000)).toBe(5_000)
    expect(await next(4_000)).toBe(5_001)
    expect(await next(5_001)).toBe(5_002)
    expect(await next(9_000)).toBe(9_000)
    const many = await Promise.all(Array.from({ length: 40 }, () => next(9_000)))
    expect(new Set([9_000, ...many]).size).toBe(41)
  })
})
