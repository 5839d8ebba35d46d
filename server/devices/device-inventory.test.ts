import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, expect, it } from 'vitest'

describeOnEitherDatabase('L1 L3 the inventory of devices', open => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse({ database: await open() })
  }, 60_000)
  afterAll(() => house.close())

  const asset = {
    purchasedOn: '2024-03-01',
    price: 12_500_000,
    usefulYears: 5,
    warrantyUntil: '2027-02-28',
    photoSha256: 'a'.repeat(64),
  }
  const list = async (more: string) => {
    const technician = await house.person('technician', '24343')
    const path = `/devices?unitId=${house.units['24343']}${more}`
    const { body } = await technician.call<{ items: { name: string }[] }>('GET', path)
    return body.items.map(({ name }) => name)
  }

  it('what it cost, until when it is under warranty and how it looks are kept as they were entered', async () => {
    const technician = await house.person('technician', '24343')
    const wanted = {
      unitId: house.units['24343'],
      name: 'Cụm loa Thôn 2',
      villageId: house.units['24343-T02'],
      ...asset,
    }
    const registered = await technician.call<{ device: { id: string; version: number } }>('POST', '/devices', wanted)
    expect(registered.body.device).toMatchObject(asset)
    const { id, version } = registered.body.device
    const changed = { ...asset, purchasedOn: '2024-12-31', price: null }
    await technician.call('PUT', `/devices/${id}`, {
      version,
      name: 'Cụm loa Thôn 2',
      ...changed,
      villageId: wanted.villageId,
    })
    expect((await technician.call('GET', `/devices/${id}`)).body).toMatchObject(changed)
  })

  it('a map gets the same devices by pages of points, those without coordinates too, and no outside host', async () => {
    const technician = await house.person('technician', '24343')
    const unitId = house.units['24343']
    const place = { latitude: 12.9597, longitude: 108.3512 }
    await technician.call('POST', '/devices', { unitId, name: 'Cụm loa có tọa độ', ...place })
    const points: { name: string; latitude: number | null; state: string; troubled: boolean }[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/device-points?unitId=${unitId}&limit=1${cursor && `&cursor=${cursor}`}`
      const { body } = await technician.call<{ items: typeof points; nextCursor: string | null; tiles: unknown }>(
        'GET',
        path,
      )
      points.push(...body.items)
      cursor = body.nextCursor
      expect(body.tiles).toBeNull()
    }
    expect(points.map(({ name }) => name).toSorted()).toEqual((await list('')).toSorted())
    const placed = points.find(({ name }) => name === 'Cụm loa có tọa độ')
    expect(placed).toMatchObject({ ...place, state: 'waiting', troubled: false })
    const { body } = await technician.call<{ items: object[] }>(
      'GET',
      `/device-points?unitId=${unitId}&search=co toa do`,
    )
    expect(body.items).toEqual([placed])
  })

  it('the list is narrowed to a village, a kind, and to those that lack a sound file', async () => {
    const device = await claimedDevice(house, '24343')
    const technician = await house.person('technician', '24343')
    await technician.call('POST', '/devices', { unitId: house.units['24343'], name: 'Bảng tin chợ', kind: 'board' })
    const telemetry = {
      sentAt: house.clock.now(),
      timeTrusted: true,
      clockErrorMilliseconds: 0,
      firmware: '1',
      lineupVersion: null,
      lineupIssuedAt: null,
      mediaReady: 1,
      mediaMissing: 2,
      playing: null,
      volume: 0,
      diskFreeBytes: 1e9,
      signalDbm: null,
      mainsPower: null,
      batteryPercent: null,
      temperatureCelsius: null,
      lastHeardAt: null,
    }
    await device.call('POST', '/devices/messages', { kind: 'heartbeat', telemetry })
    await expect.poll(() => list('&missing=true'), { timeout: 20_000 }).toEqual(['Cụm loa Thôn 1'])
    expect(await list(`&villageId=${house.units['24343-T02']}`)).toEqual(['Cụm loa Thôn 2'])
    expect(await list('&kind=board')).toEqual(['Bảng tin chợ'])
  })
})
