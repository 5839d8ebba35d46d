import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UnitId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse, type Visitor } from '@nguon/tests/house'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { settled } from '@nguon/tests/settled'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { playsOf, type RunningSpeaker, runSpeaker } from '../../speaker/test-peer/run-speaker.ts'

const minute = 60_000
/** Saturday 21 November 2026, 08:00 in Việt Nam. */
const today = Date.UTC(2026, 10, 21, 1)
type Commune = '24343' | '24346'

interface Moves {
  readonly moves: readonly { formerUnitId: UnitId; unitId: UnitId; confirmedAt: number | null }[]
}

describe('a loudspeaker is moved to another commune, without a new claim', () => {
  const clock = settableClock(today)
  const folder = temporaryFolder('moved')
  let house: TestHouse
  let technician: Person
  let device: { readonly id: string; readonly visitor: Visitor }
  let speaker: RunningSpeaker
  let groupId: string
  const bulletins = new Map<Commune, string>()

  beforeAll(async () => {
    house = await openTestHouse({ clock })
    technician = await house.person('technician', '66')
    const wanted = { unitId: house.units['24343'], name: 'Cụm loa chợ', villageId: house.units['24343-T01'] }
    const { body } = await technician.call<{ claim: { code: string } }>('POST', '/devices', wanted)
    const claim = { code: body.claim.code, model: 'NGUON-SIM', firmware: '1.0.0' }
    const answer = await house.visitor().call<{ deviceId: string; secret: string }>('POST', '/devices/claim', claim)
    const { deviceId, secret } = answer.body
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, 'identity.json'), JSON.stringify(answer.body), { mode: 0o600 })
    const authorization = `Basic ${Buffer.from(`${deviceId}:${secret}`).toString('base64')}`
    device = { id: deviceId, visitor: house.visitor({ authorization }) }
    for (const commune of ['24343', '24346'] as const) bulletins.set(commune, await approvedBulletin(house, commune))
    await slotAt('24343', '09:30')
    await slotAt('24343', '10:00')
    await slotAt('24343', '10:05', [deviceId])
    await claimedDevice(house, '24346')
    await slotAt('24346', '10:15')
    const group = { unitId: house.units['24343'], name: 'Loa chợ', deviceIds: [deviceId] }
    groupId = (await technician.call<{ id: string }>('POST', '/device-groups', group)).body.id
    await settled(house)
    const simulated = JSON.stringify({ monotonic: 0, bootId: 'b' })
    speaker = runSpeaker(folder, ['--server', house.url, '--simulate-clock', simulated])
    await speaker.heard(({ event }) => event === 'lineup-kept')
  }, 90_000)
  afterAll(async () => {
    await speaker?.kill()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function slotAt(commune: Commune, timeOfDay: string, devices: readonly string[] = []): Promise<void> {
    const operator = await house.person('operator', commune)
    const { status, body } = await operator.call('POST', '/slots', {
      unitId: house.units[commune],
      bulletinIds: [bulletins.get(commune)],
      recurrence: { kind: 'once', day: '2026-11-21' },
      timeOfDay,
      target: { units: devices.length > 0 ? [] : [house.units[commune]], groups: [], devices },
    })
    expect(status, JSON.stringify(body)).toBe(201)
  }

  /** Both clocks go on together, up to a time of the day. */
  async function until(hour: number, minutes: number): Promise<void> {
    for (let left = today + ((hour - 8) * 60 + minutes) * minute - clock.now(); left > 0; left -= minute / 2) {
      await speaker.advance(Math.min(left, minute / 2))
      clock.advance(Math.min(left, minute / 2))
    }
  }

  const version = async () => (await technician.call<{ version: number }>('GET', `/devices/${device.id}`)).body.version
  const moves = async () => (await technician.call<Moves>('GET', `/devices/${device.id}/moves`)).body.moves
  const to = (commune: Commune) => ({ toUnitId: house.units[commune] })
  const recorded = async (commune: Commune) => {
    const operator = await house.person('operator', '66')
    return (await operator.call<{ plannedAt: number }[]>('GET', `/units/${house.units[commune]}/airings`)).body
  }
  const airingsIn = async (commune: Commune) =>
    (await recorded(commune)).map(({ plannedAt }) => new Date(plannedAt).toISOString()).toSorted()

  /** What is wrong with loudspeakers of the commune itself; there is silence of others in a test whose clock leaps. */
  const alarmsIn = async (commune: Commune) => {
    const path = `/alarms?unitId=${house.units[commune]}&kind=diskFull`
    const { body } = await technician.call<{ items: { kind: string }[] }>('GET', path)
    return body.items.map(({ kind }) => kind)
  }

  it('whoever moves it sees what follows, and only who keeps both communes may', async () => {
    await until(9, 35)
    const trouble = { at: clock.now(), subject: 'store', fault: 'full', detail: '' }
    await device.visitor.call('POST', '/devices/messages', { kind: 'refusals', refusals: [trouble] })
    expect([await alarmsIn('24343'), await alarmsIn('24346')]).toEqual([['diskFull'], []])
    const query = `fromUnitId=${house.units['24343']}&toUnitId=${house.units['24346']}&deviceId=${device.id}`
    const { body } = await technician.call('GET', `/device-moves/preview?${query}`)
    expect(body).toMatchObject({ devices: 1, leaving: 1, plannedItems: 2, groups: [{ id: groupId }], troubled: 1 })
    expect(body['slots']).toHaveLength(1)
    const own = await house.person('technician', '24343')
    // It stands in a village that came to this commune, and is still the other's.
    const foreign = { unitId: house.units['24346'], name: 'Cụm loa đầu cầu' }
    const { id } = (await technician.call<{ device: { id: string } }>('POST', '/devices', foreign)).body.device
    await sql`UPDATE devices.device SET village_id = ${house.units['24343-T02']} WHERE id = ${id}`.execute(house.db)
    const ofVillage = `fromUnitId=${house.units['24343-T02']}&toUnitId=${house.units['24343']}`
    expect((await own.call('GET', `/device-moves/preview?${ofVillage}`)).status).toBe(403)
    expect((await technician.call('GET', `/device-moves/preview?${ofVillage}`)).body).toMatchObject({ leaving: 1 })
    await sql`DELETE FROM devices.device WHERE id = ${id}`.execute(house.db)
    const move = { version: await version(), ...to('24346') }
    expect((await own.call('POST', `/devices/${device.id}/move`, move)).status).toBe(403)
    const refused = async (change: object) => {
      const answer = await technician.call('POST', `/devices/${device.id}/move`, { ...move, ...change })
      return [answer.status, answer.body['code']]
    }
    expect(await refused({ version: move.version + 1 })).toEqual([409, 'STALE_VERSION'])
    expect(await refused({ villageId: house.units['24343-T02'] })).toEqual([422, 'VILLAGE_OUTSIDE_UNIT'])
    expect(await refused({ ...to('24343'), villageId: house.units['24343-T01'] })).toEqual([422, 'DEVICE_STANDS_THERE'])
    expect((await device.visitor.fetch('/api/devices/assignment')).status).toBe(404)
  })

  it('it waits for the loudspeaker to say that it knows, which then plays the new commune’s programme and none of the old', async () => {
    const move = { version: await version(), ...to('24346'), villageId: house.units['24346-T01'] }
    const { status } = await technician.call('POST', `/devices/${device.id}/move`, move)
    expect(status).toBe(200)
    expect([await alarmsIn('24343'), await alarmsIn('24346')]).toEqual([[], ['diskFull']])
    expect(await moves()).toMatchObject([{ unitId: house.units['24346'], confirmedAt: null }])
    await settled(house)
    await speaker.heard(({ event }) => event === 'assignment-kept')
    await until(9, 50)
    await vi.waitUntil(async () => (await moves())[0]?.confirmedAt !== null, { timeout: 60_000 })
    await until(10, 25)
    const times = playsOf(folder).map(({ plannedAt }) => new Date(plannedAt).toISOString().slice(11, 16))
    expect(times).toEqual(['02:30', '03:15'])
    const groups = await technician.call<{ deviceIds: string[] }[]>(
      'GET',
      `/device-groups?unitId=${house.units['24343']}`,
    )
    expect(groups.body).toMatchObject([{ version: 2, deviceIds: [] }])
  })

  it('what it played stays on the record of the commune it played it for, even when it tells of it late', async () => {
    await vi.waitUntil(async () => (await airingsIn('24346')).length === 1, { timeout: 60_000 })
    const [airing] = await recorded('24343')
    const log = '0'.repeat(26)
    const late = { ...airing, deviceId: device.id, log, seq: 1, plannedAt: today, startedAt: today }
    const answer = await device.visitor.call('POST', '/devices/messages', { kind: 'airings', airings: [late] })
    expect(answer.body).toEqual({ acknowledged: { log, seq: 1 } })
    expect(await airingsIn('24343')).toEqual(['2026-11-21T01:00:00.000Z', '2026-11-21T02:30:00.000Z'])
    expect(await airingsIn('24346')).toEqual(['2026-11-21T03:15:00.000Z'])
  })

  it('a commune that still has loudspeakers cannot end, and the way out moves all of them', async () => {
    const administrator = await house.person('administrator', '66')
    const unitId = house.units['24346']
    const legalAct = { number: '12/NQ-HĐND', date: '2026-11-20', issuer: 'HĐND tỉnh' }
    const village = house.units['24346-T01']
    const end = (id: UnitId, revision: number) =>
      administrator.call('POST', `/territory/units/${id}/end`, {
        revision,
        endsOn: '2026-12-01',
        legalAct,
        successorId: null,
      })
    const refused = await end(village, 1)
    expect([refused.status, refused.body['code']]).toEqual([422, 'UNIT_IN_USE'])
    expect(refused.body['detail'] ?? refused.body['title']).toContain('Chuyển hết cụm loa đi')
    const all = { fromUnitId: unitId, ...to('24343') }
    const outdated = await technician.call('POST', '/device-moves', { ...all, devices: 3 })
    expect([outdated.status, outdated.body]).toMatchObject([409, { code: 'STALE_VERSION', data: { current: 2 } }])
    expect((await technician.call('POST', '/device-moves', { ...all, devices: 2 })).body).toEqual({ moved: 2 })
    expect((await end(village, 1)).status).toBe(200)
    expect(await moves()).toMatchObject([{ unitId: house.units['24343'] }, { formerUnitId: house.units['24343'] }])
  })

  it('a loudspeaker that obeys a newer decision than a restored database knows is given another', async () => {
    const before = await device.visitor.fetch('/api/devices/assignment').then(answer => answer.text())
    const numberOf = (jws: string) =>
      (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { version: number }).version
    const telemetry = { ...(await telemetryOf()), assignmentVersion: numberOf(before) + minute }
    clock.advance(11 * minute)
    const say = (body: object) => device.visitor.call('POST', '/devices/messages', body)
    await speaker.kill()
    await say({ kind: 'heartbeat', telemetry })
    await vi.waitUntil(async () => (await telemetryOf())?.assignmentVersion === telemetry.assignmentVersion, {
      timeout: 60_000,
    })
    const refusal = { at: clock.now(), subject: 'assignment', fault: 'older', detail: '' }
    await say({ kind: 'refusals', refusals: [refusal] })
    const after = await device.visitor.fetch('/api/devices/assignment').then(answer => answer.text())
    expect(numberOf(after)).toBeGreaterThan(numberOf(before))
    // What the database says is said again: it is no move.
    expect(await moves()).toHaveLength(2)
  })

  async function telemetryOf() {
    const { body } = await technician.call<{ telemetry: { assignmentVersion: number | null } | null }>(
      'GET',
      `/devices/${device.id}`,
    )
    return body.telemetry
  }
})
