import { expect } from 'vitest'
import type { DeviceId } from '@nguon/domain/platform'
import type { TestHouse, UnitCode, Visitor } from './house.ts'

/** A loudspeaker that was registered in the unit and claimed: what it sends carries its own secret. */
export async function claimedDevice(house: TestHouse, unit: UnitCode): Promise<Visitor & { deviceId: DeviceId }> {
  const technician = await house.person('technician', unit)
  const registered = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
    unitId: house.units[unit],
    name: 'Cụm loa Thôn 1',
  })
  const claim = { code: registered.body.claim.code, model: 'NGUON-SIM', firmware: '1.0.0' }
  const claimed = await house.visitor().call<{ deviceId: DeviceId; secret: string }>('POST', '/devices/claim', claim)
  expect(claimed.status, JSON.stringify(claimed.body)).toBe(200)
  const { deviceId, secret } = claimed.body
  const authorization = `Basic ${Buffer.from(`${deviceId}:${secret}`).toString('base64')}`
  return { ...house.visitor({ authorization }), deviceId }
}
