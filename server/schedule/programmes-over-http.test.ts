import { compareSounds, join } from '@nguon/domain/sound'
import type { BulletinId, Sha256 } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { decodeMp3 } from '@nguon/server/sound'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { recorded } from '@nguon/tests/recorded'
import { settled } from '@nguon/tests/settled'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

interface Saved {
  readonly slot: { readonly id: string; readonly durationSeconds: number }
  readonly version: number
}
interface Lineup {
  readonly items: readonly {
    readonly slotId: string
    readonly startsAt: number
    readonly endsAt: number
    readonly rendition: { readonly mediaSha256: Sha256 }
    readonly contentHashes: readonly string[]
    readonly bulletinIds: readonly string[]
  }[]
}

describeOnEitherDatabase('several sounds in one slot', open => {
  let house: TestHouse
  let operator: Person
  let device: Awaited<ReturnType<typeof claimedDevice>>
  let bilingual: BulletinId
  let second: BulletinId
  let recording: Sha256
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)), database: await open() })
    operator = await house.person('operator', '24343')
    device = await claimedDevice(house, '24343')
    recording = await recorded(house, await house.person('author', '24343'), '24343', 8)
    bilingual = await approvedBulletin(house, '24343', 'normal', [
      { title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ đến 11 giờ ngày mai.' },
      { language: 'rad', title: 'Hdĭp mda', recordingSha256: recording },
    ])
    second = await approvedBulletin(house, '24343', 'normal', [
      { title: 'Họp thôn', body: 'Mời bà con đến nhà văn hóa.' },
    ])
  }, 90_000)
  afterAll(() => house.close())

  const draft = (bulletinIds: readonly BulletinId[], timeOfDay: string) => ({
    unitId: house.units['24343'],
    bulletinIds,
    recurrence: { kind: 'once', day: '2026-11-22' },
    timeOfDay,
    target: { units: [house.units['24343']], groups: [], devices: [] },
  })
  const create = async (bulletinIds: readonly BulletinId[], timeOfDay: string) => {
    const answer = await operator.call<Saved>('POST', '/slots', draft(bulletinIds, timeOfDay))
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 })
    return answer.body
  }
  async function itemOf({ slot }: Saved) {
    await settled(house)
    const answer = await device.fetch('/api/devices/lineup')
    const [, payload = ''] = (await answer.text()).split('.')
    const { items } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Lineup
    return items.find(({ slotId }) => slotId === slot.id)
  }
  const heard = async (sha256: Sha256) =>
    decodeMp3(new Uint8Array(await (await device.fetch(`/media/${sha256}`)).arrayBuffer()))
  const voiceOf = async (bulletinId: BulletinId) => {
    const { body } = await operator.call<{ renditions: { mediaSha256: Sha256 }[] }>(
      'GET',
      `/bulletins/${bulletinId}/renditions`,
    )
    return heard(body.renditions[0]?.mediaSha256 ?? ('' as Sha256))
  }
  const troubleOf = async ({ slot }: Saved) => {
    const path = `/units/${house.units['24343']}/timetable?from=2026-11-22&days=1`
    type Shown = { slotId: string; trouble: { code: string; vi: string } | null }
    const { body } = await operator.call<{ occurrences: Shown[] }>('GET', path)
    return body.occurrences.find(({ slotId }) => slotId === slot.id)?.trouble
  }

  it('P8.1 a bulletin in two languages sounds in both, one after the other, as one approved content', async () => {
    const slot = await create([bilingual], '06:00')
    const item = await itemOf(slot)
    expect(item).toMatchObject({ bulletinIds: [bilingual], contentHashes: [expect.any(String)] })
    const whole = await heard(item?.rendition.mediaSha256 ?? ('' as Sha256))
    const wanted = join([await voiceOf(bilingual), await heard(recording)], 0.8)
    expect(compareSounds(wanted, whole)).toMatchObject({ proven: true })
    const swapped = join([await heard(recording), await voiceOf(bilingual)], 0.8)
    expect(compareSounds(swapped, whole)).toMatchObject({ proven: false })
    const plays = ((item?.endsAt ?? 0) - (item?.startsAt ?? 0)) / 1000
    expect(plays).toBeGreaterThan(9)
    expect(plays).toBeLessThanOrEqual(slot.slot.durationSeconds)
  })

  it('P8.1 two bulletins in one slot are made into one sound, once for the same order, and both are named', async () => {
    const [first, again] = [await create([bilingual, second], '08:00'), await create([bilingual, second], '09:00')]
    const turned = await create([second, bilingual], '10:00')
    const item = await itemOf(first)
    expect(item).toMatchObject({ bulletinIds: [bilingual, second], contentHashes: { length: 2 } })
    const sha256 = item?.rendition.mediaSha256
    expect((await itemOf(again))?.rendition.mediaSha256).toBe(sha256)
    expect((await itemOf(turned))?.rendition.mediaSha256).not.toBe(sha256)
    const { rows } = await sql<{ made: number }>`SELECT count(*)::int AS made FROM programmes.programme`.execute(
      house.db,
    )
    expect(rows).toEqual([{ made: 3 }])
  })

  it('P8.1 a slot longer than a programme may be is refused before anything is made', async () => {
    const long = await recorded(house, await house.person('author', '24343'), '24343', 2)
    // As if a person had spoken for a quarter of an hour.
    await sql`UPDATE media.file SET seconds = 900 WHERE sha256 = ${long}`.execute(house.db)
    const id = await approvedBulletin(house, '24343', 'normal', [{ title: 'Tọa đàm', recordingSha256: long }])
    const refused = await operator.call('POST', '/slots/preview', draft([id, id, id, id], '11:00'))
    expect(refused).toMatchObject({ status: 422, body: { code: 'PROGRAMME_TOO_LONG', data: { limit: 60 } } })
  })

  it('P8.1, R4: what a killed server was putting together plays nothing, says so, and is made by the next one', async () => {
    const slot = await create([second, second], '13:00')
    const made = await itemOf(slot)
    expect(made).toBeDefined()
    await sql`UPDATE programmes.programme SET state = 'rendering', media_sha256 = NULL, bytes = NULL, seconds = NULL,
      touched_at = ${new Date(house.clock.now() - 60_000)} WHERE media_sha256 = ${made?.rendition.mediaSha256}`.execute(
      house.db,
    )
    expect(await troubleOf(slot)).toMatchObject({ vi: expect.stringContaining('đang được ghép') })
    expect((await itemOf(slot))?.rendition).toEqual(made?.rendition)
    expect(await troubleOf(slot)).toBeNull()
  })

  it('P8.1 one bulletin withdrawn takes the whole programme off the air', async () => {
    const slot = await create([bilingual, second], '14:00')
    expect(await itemOf(slot)).toBeDefined()
    const approver = await house.person('approver', '24343')
    const withdrawal = { version: 1, reason: 'Sai giờ' }
    expect((await approver.call('POST', `/bulletins/${second}/withdraw`, withdrawal)).status).toBe(200)
    expect(await itemOf(slot)).toBeUndefined()
    expect(await troubleOf(slot)).toMatchObject({ vi: expect.stringContaining('thu hồi') })
  })
})
