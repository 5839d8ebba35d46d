import { expect, vi } from 'vitest'
import type { BulletinClass } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { sql } from 'kysely'
import type { TestHouse, UnitCode } from './house.ts'

const cut: readonly object[] = [{ title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ đến 11 giờ ngày mai.' }]

/** A bulletin of the unit that was written, voiced, heard by another account and approved, for the unit and all below. */
export async function approvedBulletin(
  house: TestHouse,
  unit: UnitCode,
  bulletinClass: BulletinClass = 'normal',
  texts = cut,
): Promise<BulletinId> {
  const author = await house.person('author', unit)
  const approver = await house.person('approver', unit)
  const created = await author.call<{ id: BulletinId }>('POST', '/bulletins', {
    unitId: house.units[unit],
    content: { texts, class: bulletinClass },
  })
  const { id } = created.body
  await author.call('POST', `/bulletins/${id}/submit`, { version: 1 })
  const isHeard = async () => (await approver.call('GET', `/bulletins/${id}/review`)).body['waitingFor'] === null
  await vi.waitUntil(isHeard, { timeout: 60_000, interval: 50 })
  if (bulletinClass !== 'normal') {
    // As if the approver had just given the second factor that a decision on what must air asks for.
    const now = new Date(house.clock.now())
    await sql`UPDATE identity.session SET second_factor_at = ${now} WHERE account_id = ${approver.accountId}`.execute(
      house.db,
    )
  }
  const answer = await approver.call('POST', `/bulletins/${id}/approve`, { version: 1 })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return id
}

/** Edited after its approval, voiced and approved again. */
export async function approvedAnew(
  house: TestHouse,
  unit: UnitCode,
  id: BulletinId,
  texts: readonly object[],
): Promise<void> {
  // The sessions they had may have ended: the clock of a test goes on by days.
  const author = await house.signIn((await house.person('author', unit)).accountId)
  const approver = await house.signIn((await house.person('approver', unit)).accountId)
  const edited = await author.call<{ version: number }>('PUT', `/bulletins/${id}`, {
    version: 1,
    content: { texts },
    reopen: true,
  })
  expect(edited.status, JSON.stringify(edited.body)).toBe(200)
  const { version } = edited.body
  await author.call('POST', `/bulletins/${id}/submit`, { version })
  const isHeard = async () => (await approver.call('GET', `/bulletins/${id}/review`)).body['waitingFor'] === null
  await vi.waitUntil(isHeard, { timeout: 60_000, interval: 50 })
  const answer = await approver.call('POST', `/bulletins/${id}/approve`, { version })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
