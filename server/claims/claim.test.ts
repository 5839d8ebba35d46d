import { documentTypes, verify } from '@nguon/contract/signing'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { KeySet } from '@nguon/contract/keys'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Registered {
  readonly device: { readonly id: string; readonly state: string; readonly version: number }
  readonly claim: { readonly code: string }
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function register(name: string): Promise<Registered> {
  const technician = await house.person('technician', '24343')
  const answer = await technician.call<Registered>('POST', '/devices', {
    unitId: house.units['24343'],
    villageId: house.units['24343-T01'],
    name,
    households: 120,
  })
  expect(answer.status).toBe(200)
  return answer.body
}

const claimWith = (code: string) =>
  house.visitor().call<ClaimResponse>('POST', '/devices/claim', { code, model: 'thử', firmware: '1' })

const asDevice = ({ deviceId, secret }: Pick<ClaimResponse, 'deviceId' | 'secret'>) =>
  house.visitor({ authorization: `Basic ${Buffer.from(`${deviceId}:${secret}`).toString('base64')}` })

describe('claiming a device (L1)', () => {
  it('a registration sent twice makes one device; the code given last opens it, and none once it is claimed', async () => {
    const technician = await house.person('technician', '24343')
    const device = { unitId: house.units['24343'], villageId: null, name: 'Cụm loa chợ', households: 40 }
    const send = () =>
      technician.call<Registered & { code?: string }>('POST', '/devices', {
        ...device,
        idempotencyKey: 'cum-loa-cho-1',
      })
    const [first, second] = [await send(), await send()]
    expect(second.body.device.id).toBe(first.body.device.id)
    expect((await claimWith(first.body.claim.code)).status).toBe(404)
    expect((await claimWith(second.body.claim.code)).status).toBe(200)
    expect(await send()).toMatchObject({ status: 409, body: { code: 'DEVICE_CLAIMED' } })
  })

  it('gives the device its secret and the root key once; the code is used up', async () => {
    const { device, claim } = await register('Cụm loa nhà văn hóa')
    expect(device.state).toBe('waiting')
    const first = await claimWith(claim.code.toLowerCase().replace('-', ' '))
    expect(first.status).toBe(200)
    expect(first.body.deviceId).toBe(device.id)
    expect(first.body.unitPath).toEqual([house.units['66'], house.units['24343']])
    const again = await claimWith(claim.code)
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([404, 'CLAIM_CODE_UNKNOWN'])
  })

  it('serves key set and time signed under the pinned root, to the device alone', async () => {
    const { body: identity } = await claimWith((await register('Cụm loa ngã ba')).claim.code)
    const keys = await asDevice(identity).fetch('/api/devices/keys')
    const verified = await verify(documentTypes.keySet, await keys.text(), [identity.rootKey])
    expect(verified).toHaveProperty('payload')
    const { keys: signing } = (verified as { payload: KeySet }).payload
    const nonce = 'n'.repeat(20)
    const time = await asDevice(identity).fetch(`/api/devices/time?nonce=${nonce}`)
    const signed = await verify(documentTypes.time, await time.text(), signing)
    expect(signed).toMatchObject({ payload: { nonce } })
    expect((await house.visitor().fetch('/api/devices/keys')).status).toBe(401)
    expect((await asDevice({ ...identity, secret: 'x'.repeat(43) }).fetch('/api/devices/keys')).status).toBe(401)
  })

  it('shuts out the old secret when a new code is made', async () => {
    const { device, claim } = await register('Cụm loa chợ')
    const { body: identity } = await claimWith(claim.code)
    const technician = await house.person('technician', '24343')
    const renewed = await technician.call<{ code: string }>('POST', `/devices/${device.id}/claim-code`, {})
    expect((await asDevice(identity).fetch('/api/devices/keys')).status).toBe(401)
    expect((await claimWith(renewed.body.code)).body.deviceId).toBe(device.id)
  })

  it('refuses a change made against an older version, and a village of another commune', async () => {
    const { device } = await register('Cụm loa trường học')
    const technician = await house.person('technician', '24343')
    const change = (version: number, villageId = house.units['24343-T02']) =>
      technician.call<{ code?: string; data?: unknown }>('PUT', `/devices/${device.id}`, {
        version,
        name: 'Tên mới',
        villageId,
      })
    expect((await change(1)).status).toBe(200)
    expect((await change(1)).body).toMatchObject({ code: 'STALE_VERSION', data: { current: 2 } })
    expect((await change(2, house.units['24346-T01'])).body).toMatchObject({ code: 'VILLAGE_OUTSIDE_UNIT' })
  })

  it('takes heartbeats over HTTP, shows the device as online, and tells strange messages off', async () => {
    const { device, claim } = await register('Cụm loa trạm y tế')
    const { body: identity } = await claimWith(claim.code)
    const telemetry = {
      sentAt: house.clock.now(),
      timeTrusted: true,
      clockErrorMilliseconds: 3,
      firmware: '1',
      lineupVersion: null,
      lineupIssuedAt: null,
      mediaReady: 0,
      mediaMissing: 0,
      playing: null,
      volume: 80,
      diskFreeBytes: 1e9,
      signalDbm: -71,
      mainsPower: true,
      batteryPercent: 96,
      temperatureCelsius: 31,
      lastHeardAt: null,
    }
    const told = await asDevice(identity).call('POST', '/devices/messages', { kind: 'heartbeat', telemetry })
    expect([told.status, told.body]).toEqual([200, { acknowledged: null }])
    const strange = await asDevice(identity).call('POST', '/devices/messages', { kind: 'heartbeat', telemetry: 7 })
    expect(strange.status).toBe(422)
    const technician = await house.person('technician', '24343')
    await expect
      .poll(async () => (await technician.call('GET', `/devices/${device.id}`)).body['state'], { timeout: 90_000 })
      .toBe('online')
  })
})
