import { readFileSync } from 'node:fs'
import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { poleStyle } from './pole-style.ts'

const start = Date.UTC(2026, 10, 21, 1)

describeOnEitherDatabase('L10 the page of a pole', open => {
  const clock = settableClock(start)
  let house: TestHouse
  let device: Awaited<ReturnType<typeof claimedDevice>>
  let path: string

  beforeAll(async () => {
    clock.set(start)
    house = await openTestHouse({ clock, database: await open() })
    device = await claimedDevice(house, '24343')
    const technician = await house.person('technician', '24343')
    ;({ path } = (await technician.call<{ path: string }>('GET', `/devices/${device.deviceId}/pole`)).body)
  }, 60_000)
  afterAll(() => house.close())
  // The limit counts by the minute.
  beforeEach(() => clock.advance(60_000))

  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    house.visitor().fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const alarm = async () => {
    const technician = await house.person('technician', '24343')
    const { body } = await technician.call<{
      items: {
        id: string
        version: number
        kind: string
        occurrences: number
        standing: string
        facts: Record<string, string>
      }[]
    }>('GET', `/devices/${device.deviceId}/alarms`)
    return body.items.find(({ kind }) => kind === 'reported')
  }

  it('keeps its code, and says what the cluster is, without scripts, cookies or anything to fetch', async () => {
    const technician = await house.person('technician', '24343')
    const again = await technician.call<{ path: string }>('GET', `/devices/${device.deviceId}/pole`)
    expect(again.body.path).toBe(path)
    expect(path).toMatch(/^\/loa\/[a-hj-km-np-z2-9]{7}$/)
    const answer = await house.visitor().fetch(path.toUpperCase().replace('/LOA/', '/loa/'))
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('Cụm loa Thôn 1')
    expect(text).toContain('Xã Krông Năng, tỉnh Đắk Lắk')
    expect(text).not.toMatch(/<script|<link|src=|url\(/)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/)
    expect(text.match(/<button name="complaint"/g)).toHaveLength(4)
  })

  it('I20 a report is kept, counted and escaped, and found again by its word; acknowledged it is told as seen', async () => {
    const answer = await send({ complaint: 'rattle', words: '<b>rè</b> & hú từ hôm qua', phone: '0905 111 222' })
    expect(answer.status).toBe(303)
    const tracking = answer.headers.get('location') ?? ''
    expect(tracking).toMatch(new RegExp(`^${path}/[a-z]+-[a-z]+-\\d{3}$`))
    const waiting = await (await house.visitor().fetch(tracking)).text()
    expect(waiting).toContain('Đang chờ kỹ thuật viên xem')
    clock.advance(1000)
    await send({ complaint: 'rattle' })
    expect(await alarm()).toMatchObject({
      occurrences: 2,
      standing: 'open',
      facts: { complaint: 'rattle', words: '<b>rè</b> & hú từ hôm qua' },
    })
    const technician = await house.person('technician', '24343')
    const reports = await technician.call<{ phone: string | null; words: string }[]>(
      'GET',
      `/devices/${device.deviceId}/pole-reports`,
    )
    expect(reports.body.map(({ phone }) => phone)).toEqual([null, '0905 111 222'])
    const { id, version } = (await alarm()) ?? {}
    await technician.call('POST', '/alarms/acknowledgements', { alarms: [{ id, version }] })
    expect((await alarm())?.standing).toBe('closed')
    expect(await (await house.visitor().fetch(tracking)).text()).toContain('Kỹ thuật viên đã xem')
  })

  it.each<[string, Record<string, string>]>([
    ['no complaint', { words: 'rè' }],
    ['an unknown one', { complaint: 'ugly' }],
    ['too many words', { complaint: 'loud', words: 'a'.repeat(501) }],
    ['too long a number', { complaint: 'loud', phone: '0'.repeat(21) }],
  ])('%s is refused in words', async (_name, fields) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Chưa gửi được')
  })

  it('a form of another site reports nothing', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ]) {
      expect((await send({ complaint: 'loud' }, headers as never)).status).toBe(403)
    }
    expect((await send({ complaint: 'loud' }, { origin: house.url, 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })

  it('more than a neighbourhood would send in a minute waits', async () => {
    const answers = []
    for (let count = 0; count < 7; count += 1) answers.push((await send({ complaint: 'silent' })).status)
    expect(answers).toEqual([303, 303, 303, 303, 303, 303, 429])
    clock.advance(60_000)
    expect((await send({ complaint: 'silent' })).status).toBe(303)
  })

  it.each(['/loa/aaaaaaa', '/loa/x', '/loa/%00', '/loa/%3Cscript%3E', "/loa/'--"])(
    '%s is told as unknown',
    async unknown => {
      const answer = await house.visitor().fetch(unknown)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(await answer.text()).toContain('Không tìm thấy cụm loa này')
    },
  )

  it('neither the address of who reported nor a telephone number stands in the alarm or the trail', async () => {
    await send({ complaint: 'time', phone: '0905 333 444' })
    const { rows } = await sql<{ text: string }>`
      SELECT details::text || coalesce(address, '') AS text FROM audit.line WHERE action = 'poles.report'
      UNION ALL SELECT facts::text FROM alarms.alarm`.execute(house.db)
    expect(rows.map(({ text }) => text).join(' ')).not.toMatch(/0905|127\.0\.0\.1|::1/)
  })

  it('a cluster that is retired has no page', async () => {
    const technician = await house.person('technician', '24343')
    await technician.call('POST', `/devices/${device.deviceId}/retirement`, { reason: 'Dỡ cột' })
    expect((await house.visitor().fetch(path)).status).toBe(404)
  })
})

it('the colours of the page are those of the house', () => {
  const house = ['palette', 'theme'].map(name =>
    readFileSync(new URL(`../../design/${name}.ts`, import.meta.url), 'utf8'),
  )
  const colours = poleStyle.match(/#[0-9a-f]{6}/g) ?? []
  expect(colours.length).toBeGreaterThan(10)
  expect(colours.filter(colour => !house.join('').includes(colour))).toEqual([])
})
