import type { DeviceId } from '@nguon/domain/platform'
import { newId, settableClock } from '@nguon/server/platform'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatherStruck } from './gather-struck.ts'
import { watchSilence } from './watch-silence.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 21, 1)
const each = 150

describeOnEitherDatabase('A6 the broker is gone: hundreds of loudspeakers fall silent at once', open => {
  const clock = settableClock(start)
  let house: TestHouse
  let look: () => Promise<void>

  beforeAll(async () => {
    clock.set(start)
    house = await openTestHouse({ clock, database: await open() })
    const lookForSilence = watchSilence({ db: house.db, clock })
    const gather = gatherStruck({ db: house.db, clock })
    look = async () => {
      await lookForSilence()
      await gather()
    }
    for (const code of ['24343', '24346'] as const) await plant(code)
  }, 60_000)
  afterAll(() => house.close())

  const hear = (code: UnitCode, most = each) =>
    sql`
    INSERT INTO devices.state (device_id, last_seen_at, telemetry)
    SELECT id, ${new Date(clock.now())}, '{}' FROM devices.device WHERE unit_id = ${house.units[code]} ORDER BY id LIMIT ${most}
    ON CONFLICT (device_id) DO UPDATE SET last_seen_at = excluded.last_seen_at`.execute(house.db)

  async function plant(code: UnitCode): Promise<void> {
    const ids = Array.from({ length: each }, () => newId<'device'>(clock.now()) as DeviceId)
    await sql`
      INSERT INTO devices.device (id, kind, name, unit_id, registered_at, claimed_at)
      SELECT id, 'speaker', 'Cụm loa', ${house.units[code]}, ${new Date(start)}, ${new Date(start)}
      FROM unnest(${ids}::text[]) AS id`.execute(house.db)
    await hear(code)
  }

  interface Listed {
    readonly id: string
    readonly version: number
    readonly deviceId: string | null
    readonly unitId: string
    readonly kind: string
    readonly standing: string
    readonly facts: { readonly devices?: number; readonly struck?: number }
  }
  const list = async (code: UnitCode, limit = 200) => {
    const person = await house.person('technician', code)
    const path = `/alarms?unitId=${house.units[code]}&limit=${limit}`
    return (await person.call<{ items: Listed[]; counts: { waiting: number } }>('GET', path)).body
  }
  const told = ({ items }: { items: readonly Listed[] }) =>
    items.map(({ deviceId, unitId, kind, standing, facts }) => ({ deviceId, unitId, kind, standing, ...facts }))
  const tasksOf = async (code: UnitCode) => {
    const { body } = await (await house.person('technician', code)).call<{ items: { title: string }[] }>(
      'GET',
      '/tasks',
    )
    return body.items.map(({ title }) => title)
  }

  it('A6.2 A6.3 the province sees one line, and so does each commune', async () => {
    clock.advance(6 * minute)
    await look()
    await look()
    const { province, commune } = { province: house.units['66'], commune: house.units['24343'] }
    const line = { deviceId: null, kind: 'silent', standing: 'open' }
    expect(told(await list('66'))).toEqual([{ ...line, unitId: province, devices: 2 * each, struck: 2 * each }])
    expect(told(await list('24343'))).toEqual([{ ...line, unitId: commune, devices: each, struck: each }])
    expect(await tasksOf('66')).toEqual(['Xem 1 sự cố thiết bị chưa xác nhận'])
    expect(await tasksOf('24343')).toEqual(['Xem 1 sự cố thiết bị chưa xác nhận'])
  })

  it('A6.5 when most are back the few that are not stand for themselves', async () => {
    await hear('24343', each - 3)
    await hear('24346')
    await sql`UPDATE alarms.alarm AS a SET cleared_at = s.last_seen_at FROM devices.state AS s
      WHERE s.device_id = a.device_id AND s.last_seen_at = ${new Date(clock.now())}`.execute(house.db)
    await look()
    const { items } = await list('66')
    expect(items.filter(({ deviceId }) => deviceId !== null)).toHaveLength(3)
    expect(items.find(({ unitId }) => unitId === house.units['66'])?.standing).toBe('past')
  })

  it('A6.4 acknowledging the one line acknowledges all that lies under it, and only that', async () => {
    const { items } = await list('66')
    const summary = items.find(({ unitId }) => unitId === house.units['66'])
    const person = await house.person('technician', '66')
    const { body } = await person.call('POST', '/alarms/acknowledgements', {
      alarms: [{ id: summary?.id, version: summary?.version }],
      note: 'Máy chủ trung gian mất điện',
    })
    expect(body).toEqual({ acknowledged: 1, changed: [] })
    const after = await list('66')
    expect(after.items.map(({ deviceId }) => deviceId !== null)).toEqual([true, true, true])
    expect(after.counts.waiting).toBe(3)
    expect(await tasksOf('24346')).toEqual([])
  })
})
