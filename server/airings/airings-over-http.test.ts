import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { freshPglite, freshPostgres } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { hasPostgres } from '@nguon/tests/shared-postgres'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const results = [
  { kind: 'completed' },
  { kind: 'interrupted', by: 'emergency' },
  { kind: 'missed', reason: 'offline' },
  { kind: 'refused', reason: 'quiet-hours' },
] as const

const noon = Date.UTC(2026, 10, 21, 5)
const databases = [
  { kind: 'PGlite', open: freshPglite, skip: false },
  { kind: 'PostgreSQL', open: freshPostgres, skip: !hasPostgres() },
]

describe.each(databases.filter(({ skip }) => !skip))('airings of a device ($kind)', ({ open }) => {
  let house: TestHouse
  let device: Awaited<ReturnType<typeof claimedDevice>>
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 6)), database: await open() })
    device = await claimedDevice(house, '24343')
  }, 60_000)
  afterAll(() => house.close())

  let logs = 0
  const newLog = () => String((logs += 1)).padStart(26, '0')

  const airing = (log: string, seq: number, given: object = {}) => ({
    deviceId: device.deviceId,
    log,
    seq,
    itemId: `item-${seq}`,
    slotId: '0'.repeat(26),
    class: 'normal',
    title: 'Lịch cắt điện',
    lineupVersion: 1,
    contentHashes: [],
    bulletinIds: [],
    mediaSha256: 'a'.repeat(64),
    plannedAt: noon,
    startedAt: noon,
    playedSeconds: 30,
    plannedSeconds: 30,
    result: { kind: 'completed' },
    heardLevel: null,
    ...given,
  })

  const send = async (airings: readonly object[]) => {
    const answer = await device.call('POST', '/devices/messages', { kind: 'airings', airings })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body['acknowledged'] as { log: string; seq: number } | null
  }

  const stored = async () => {
    const inspector = await house.person('inspector', '24343')
    const path = `/units/${house.units['24343']}/airings?limit=1000`
    return (await inspector.call<{ log: string; seq: number; title: string }[]>('GET', path)).body
  }

  it('an acknowledgement goes as far as nothing is missing', async () => {
    const log = newLog()
    const sent = (...numbers: number[]) => send(numbers.map(seq => airing(log, seq)))
    expect(await sent(1, 2, 4)).toEqual({ log, seq: 2 })
    expect(await sent(1)).toEqual({ log, seq: 2 })
    expect(await sent(3)).toEqual({ log, seq: 4 })
  })

  it('what a device lost before the oldest it has is not waited for', async () => {
    const log = newLog()
    expect(await send([airing(log, 7), airing(log, 8)])).toEqual({ log, seq: 8 })
  })

  it('an airing of another device, or of two logs at once, is not taken in', async () => {
    const log = newLog()
    expect(await send([airing(log, 1, { deviceId: '0'.repeat(26) })])).toBeNull()
    expect(await send([airing(log, 1), airing(newLog(), 1)])).toBeNull()
    expect((await stored()).filter(known => known.log === log)).toEqual([])
  })

  it('I15 words no column can hold are left out, so that the rest of a log is not kept back', async () => {
    const log = newLog()
    expect(await send([airing(log, 1, { title: 'Lịch\0 cắt điện' })])).toEqual({ log, seq: 1 })
    expect((await stored()).find(known => known.log === log)?.title).toBe('Lịch cắt điện')
  })

  it('the same airing twice counts once, and the sums of a day equal a recount', async () => {
    const someAiring = fc.record({
      seq: fc.integer({ min: 1, max: 12 }),
      plannedAt: fc.integer({ min: -3, max: 3 }).map(hours => noon + hours * 5 * 3_600_000),
      playedSeconds: fc.integer({ min: 0, max: 240 }).map(quarters => quarters / 4),
      result: fc.constantFrom(...results),
    })
    const batches = fc.array(fc.array(someAiring, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
    const counted = async (given: readonly (readonly { seq: number }[])[]) => {
      const log = newLog()
      for (const batch of given) await send(batch.map(({ seq, ...rest }) => airing(log, seq, rest)))
      const numbers = new Set(given.flat().map(({ seq }) => seq))
      const { rows } = await sql<{ kept: number }>`
        SELECT count(*)::int AS kept FROM airings.airing WHERE log = ${log}`.execute(house.db)
      expect(rows).toEqual([{ kept: numbers.size }])
      const difference = await sql`
        WITH recount AS (
          SELECT unit_id, (planned_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, result,
            count(*) AS airings, sum(played_seconds) AS seconds
          FROM airings.airing GROUP BY 1, 2, 3
        ), kept AS (SELECT unit_id, day, result, airings, seconds FROM airings.daily_sum)
        (SELECT * FROM recount EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM recount)`.execute(
        house.db,
      )
      expect(difference.rows).toEqual([])
    }
    await fc.assert(fc.asyncProperty(batches, counted), { numRuns: 15 })
  })
})
