import { readFileSync } from 'node:fs'
import { settableClock } from '@nguon/server/platform'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Row {
  readonly day: string
  readonly lunarDay: number
  readonly lunarMonth: number
  readonly lunarYear: number
}

const sample = new URL('../../demo/sample/lunar-days-2026-2027.json', import.meta.url)
const { days } = JSON.parse(readFileSync(sample, 'utf8')) as { days: Row[] }
const lunarTable = (year: number) =>
  [
    'Ngày;Ngày âm;Tháng âm;Tháng nhuận;Năm âm',
    ...days
      .filter(({ day }) => day.startsWith(`${year}`))
      .map(({ day, lunarDay, lunarMonth, lunarYear }) => `${day};${lunarDay};${lunarMonth};;${lunarYear}`),
  ].join('\r\n')
const offTable = [
  'Từ ngày;Đến ngày;Tên;Loại',
  '05/02/2027;09/02/2027;Tết Nguyên đán Đinh Mùi;nghỉ lễ',
  '16/04/2027;;Giỗ Tổ Hùng Vương;nghỉ lễ',
].join('\n')
const source = { number: '9441/TB-BNV', day: '2026-10-16', issuer: 'Bộ Nội vụ' }

describe('lunar days and days off over HTTP', () => {
  let house: TestHouse
  let administrator: Person
  let officer: Person
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    administrator = await house.person('administrator', '66')
    officer = await house.person('author', '24343')
  }, 60_000)
  afterAll(() => house.close())

  const put = (kind: string, year: number, given: object) =>
    administrator.call('PUT', `/units/${house.units['66']}/calendar/${kind}/${year}`, {
      version: 0,
      source,
      dryRun: false,
      ...given,
    })
  const daysFrom = async (from: string, count: number) =>
    (await officer.call('GET', `/units/${house.units['24343']}/calendar?from=${from}&days=${count}`)).body['days']

  it('I30 nothing is shown of days that no approved data cover, and the year is told as missing', async () => {
    expect(await daysFrom('2027-02-06', 1)).toEqual([{ day: '2027-02-06', lunar: null, off: null }])
    const { body } = await officer.call('GET', `/units/${house.units['24343']}/calendar/years`)
    expect(body).toMatchObject({
      keeperId: house.units['66'],
      years: [],
      missing: expect.arrayContaining([
        { kind: 'lunarDays', year: 2028 },
        { kind: 'offDays', year: 2026 },
      ]),
    })
  })

  it('a trial tells each fault with its line and writes nothing', async () => {
    const table = lunarTable(2027).replace('2027-02-06;1;1', '2027-02-06;30;12')
    const trial = await put('lunarDays', 2027, { table, dryRun: true })
    expect(trial).toMatchObject({
      status: 200,
      body: {
        committed: false,
        faults: [
          { line: 38, code: 'LUNAR_NOT_NEXT', sentence: expect.stringContaining('06/02/2027') },
          { line: 39, code: 'LUNAR_NOT_NEXT' },
        ],
      },
    })
    expect(await put('lunarDays', 2027, { table })).toMatchObject({ status: 422, body: { code: 'YEAR_HAS_FAULTS' } })
    expect(await daysFrom('2027-02-06', 1)).toEqual([{ day: '2027-02-06', lunar: null, off: null }])
  })

  it('I30 Tết 2027 is the day the approved table says, in every unit of the province', async () => {
    const trial = await put('lunarDays', 2027, { table: lunarTable(2027), dryRun: true })
    expect(trial.body).toMatchObject({ faults: [], dayCount: 365, changedDays: [] })
    expect(trial.body['landmarks']).toContainEqual(
      expect.objectContaining({ day: '2027-02-06', lunar: expect.objectContaining({ lunarDay: 1, lunarMonth: 1 }) }),
    )
    expect(await put('lunarDays', 2027, { table: lunarTable(2027) })).toMatchObject({ body: { committed: true } })
    expect(await daysFrom('2027-02-05', 2)).toEqual([
      { day: '2027-02-05', lunar: { lunarDay: 29, lunarMonth: 12, leapMonth: false, lunarYear: 2026 }, off: null },
      { day: '2027-02-06', lunar: { lunarDay: 1, lunarMonth: 1, leapMonth: false, lunarYear: 2027 }, off: null },
    ])
  })

  it('days off that do not agree with the lunar days are refused, those that do are shown', async () => {
    const late = offTable.replace('16/04/2027', '17/04/2027')
    expect(await put('offDays', 2027, { table: late })).toMatchObject({
      status: 422,
      body: { code: 'YEAR_HAS_FAULTS', title: expect.stringContaining('Điều 112') },
    })
    await put('offDays', 2027, { table: offTable })
    expect(await daysFrom('2027-04-16', 1)).toMatchObject([{ off: { kind: 'holiday', name: 'Giỗ Tổ Hùng Vương' } }])
  })

  it('a year is replaced by who saw its version, and the trail keeps the document', async () => {
    const path = `/units/${house.units['66']}/calendar/offDays/2027`
    const { body } = await administrator.call<{ version: number; table: string }>('GET', path)
    const corrected = `${body.table}30/04/2027;01/05/2027;Ngày Chiến thắng, Quốc tế lao động;nghỉ lễ\r\n`
    expect(await put('offDays', 2027, { table: corrected })).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION', data: { current: 1 } },
    })
    const saved = await put('offDays', 2027, { table: corrected, version: body.version })
    expect(saved.body).toMatchObject({ version: 2, changedDays: ['2027-04-30', '2027-05-01'] })
    const trail = await administrator.call<{ items: { action: string; details: object }[] }>(
      'GET',
      `/units/${house.units['66']}/audit`,
    )
    expect(trail.body.items).toContainEqual(
      expect.objectContaining({
        action: 'calendar.import',
        details: expect.objectContaining({ kind: 'offDays', year: 2027, source, version: 2 }),
      }),
    )
  })

  it('a year without its document is not taken, nor a file in another encoding', async () => {
    const without = await put('offDays', 2028, { table: offTable, source: { ...source, number: ' ' } })
    expect(without).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } })
    const broken = await put('offDays', 2028, { table: 'T\u{fffd} ng\u{fffd}y;Tên\n01/01/2028;Tết' })
    expect(broken).toMatchObject({ status: 422, body: { code: 'YEAR_TABLE_UNREADABLE' } })
  })

  it('only the administrator of the province enters a year', async () => {
    const commune = await house.person('administrator', '24343')
    const input = { version: 0, source, table: offTable, dryRun: false }
    const enter = (unit: '66' | '24343') =>
      commune.call('PUT', `/units/${house.units[unit]}/calendar/offDays/2027`, input)
    expect(await enter('66')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    expect(await enter('24343')).toMatchObject({ status: 422, body: { code: 'CALENDAR_KEPT_ABOVE' } })
  })
})
