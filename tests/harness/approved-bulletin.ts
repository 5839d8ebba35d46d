import { expect, vi } from 'vitest'
import type { BulletinId } from '@nguon/domain/platform'
import type { TestHouse, UnitCode } from './house.ts'

const texts = [{ title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ đến 11 giờ ngày mai.' }]

/** A bulletin of the unit that was written, voiced, heard by another account and approved, for the unit and all below. */
export async function approvedBulletin(house: TestHouse, unit: UnitCode): Promise<BulletinId> {
  const author = await house.person('author', unit)
  const approver = await house.person('approver', unit)
  const created = await author.call<{ id: BulletinId }>('POST', '/bulletins', {
    unitId: house.units[unit],
    content: { texts },
  })
  const { id } = created.body
  await author.call('POST', `/bulletins/${id}/submit`, { version: 1 })
  const isHeard = async () => (await approver.call('GET', `/bulletins/${id}/review`)).body['waitingFor'] === null
  await vi.waitUntil(isHeard, { timeout: 60_000, interval: 50 })
  const answer = await approver.call('POST', `/bulletins/${id}/approve`, { version: 1 })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}
