import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentTypes, sign, type SigningKey } from '@nguon/contract/signing'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import { openTestHouse, type Person, type TestHouse, type Visitor } from '@nguon/tests/house'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { settled } from '@nguon/tests/settled'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { playsOf, type RunningSpeaker, runSpeaker } from '../../speaker/test-peer/run-speaker.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** Saturday 21 November 2026, 08:00 in Việt Nam. */
const today = Date.UTC(2026, 10, 21, 1)

interface Report {
  readonly subject: string
  readonly fault: string
}

describe('a line-up altered in the database', () => {
  // Nine days before the day itself, so that a line-up can have run out by then.
  const clock = settableClock(today - 9 * day)
  const folder = temporaryFolder('altered')
  let house: TestHouse
  let technician: Person
  let operator: Person
  let bulletinId: string
  let device: { readonly id: string; readonly visitor: Visitor }
  let speaker: RunningSpeaker
  let neighbours: string
  const documents: Record<'runOut' | 'older' | 'good', string> = { runOut: '', older: '', good: '' }

  beforeAll(async () => {
    house = await openTestHouse({ clock })
    const own = await claimed('24343')
    // As if it had claimed itself: so nothing is asked for before this test has set the table.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, 'identity.json'), JSON.stringify(own.identity), { mode: 0o600 })
    device = { id: own.identity.deviceId, visitor: own.visitor }
    documents.runOut = await issued(device.visitor)
    clock.set(today)
    // Whoever was signed in nine days ago no longer is.
    technician = await house.signIn((await house.newAccount('24343', ['technician'])).accountId)
    operator = await house.person('operator', '24343')
    neighbours = await issued((await claimed('24346')).visitor)
    bulletinId = await approvedBulletin(house, '24343')
    await slotAt('09:30')
    documents.older = await issued(device.visitor)
  })
  afterAll(async () => {
    await speaker?.kill()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function claimed(unit: '24343' | '24346') {
    const keeper = await house.person('technician', unit)
    const wanted = { unitId: house.units[unit], name: `Cụm loa của ${unit}` }
    const { body } = await keeper.call<{ claim: { code: string } }>('POST', '/devices', wanted)
    const claim = { code: body.claim.code, model: 'NGUON-SIM', firmware: '1.0.0' }
    const answer = await house.visitor().call<{ deviceId: string; secret: string }>('POST', '/devices/claim', claim)
    const { deviceId, secret } = answer.body
    const authorization = `Basic ${Buffer.from(`${deviceId}:${secret}`).toString('base64')}`
    return { identity: answer.body, visitor: house.visitor({ authorization }) }
  }

  /** What the server serves once every plan is made. */
  async function issued(visitor: Visitor): Promise<string> {
    await settled(house)
    const answer = await visitor.fetch('/api/devices/lineup')
    expect(answer.status).toBe(200)
    return answer.text()
  }

  async function slotAt(timeOfDay: string): Promise<void> {
    const { status } = await operator.call('POST', '/slots', {
      unitId: house.units['24343'],
      bulletinIds: [bulletinId],
      recurrence: { kind: 'once', day: '2026-11-21' },
      timeOfDay,
      target: { units: [house.units['24343']], groups: [], devices: [] },
    })
    expect(status).toBe(201)
  }

  /** A hand in the database puts this in the place of the line-up of the loudspeaker. */
  async function plant(jws: string): Promise<void> {
    const { numAffectedRows } = await sql`
      UPDATE lineups.audience SET jws = ${jws}
      WHERE id = (SELECT audience_id FROM lineups.member WHERE device_id = ${device.id})`.execute(house.db)
    expect(numAffectedRows).toBe(1n)
  }

  /** Both clocks go on together; the loudspeaker asks for its line-up at least every six minutes. */
  async function pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= minute / 2) {
      await speaker.advance(Math.min(left, minute / 2))
      clock.advance(Math.min(left, minute / 2))
    }
  }

  async function shown(): Promise<readonly Report[]> {
    const { body } = await technician.call<{ refusals: Report[] }>('GET', `/devices/${device.id}`)
    return body.refusals
  }

  function start(): void {
    const simulated = JSON.stringify({ monotonic: 0, bootId: 'b' })
    speaker = runSpeaker(folder, ['--server', house.url, '--simulate-clock', simulated])
  }

  /** The payload of the line-up in force, signed by a key the root never vouched for. */
  async function forged(kid: string): Promise<string> {
    const [, payload = ''] = documents.good.split('.')
    const { privateKey } = generateKeyPairSync('ed25519')
    const key = { kid, privateKey: privateKey.toCryptoKey({ name: 'Ed25519' }, false, ['sign']) } as SigningKey
    return sign(documentTypes.lineup, JSON.parse(Buffer.from(payload, 'base64url').toString()), key)
  }

  function flipped(jws: string): string {
    const middle = Math.floor(jws.length / 2)
    return `${jws.slice(0, middle)}${jws[middle] === 'A' ? 'B' : 'A'}${jws.slice(middle + 1)}`
  }

  const keyOf = (jws: string) =>
    (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid

  it('that has run out is refused by a loudspeaker that has none, and shown to its technician', async () => {
    await plant(documents.runOut)
    start()
    await speaker.heard(({ event, fault }) => event === 'refused' && fault === 'expired')
    await vi.waitUntil(async () => (await shown()).length > 0, { timeout: 60_000 })
    expect(await shown()).toMatchObject([{ subject: 'lineup', fault: 'expired' }])
    await plant(documents.older)
    await pass(6 * minute)
    await speaker.heard(({ event }) => event === 'lineup-kept')
    await slotAt('10:00')
    documents.good = await issued(device.visitor)
    await pass(6 * minute)
    await speaker.heard(({ event, version }) => event === 'lineup-kept' && version === versionOf(documents.good))
  })

  it.each<[string, string, () => Promise<string> | string]>([
    ['by one flipped byte', 'signature', () => flipped(documents.good)],
    ['to that of another commune', 'other-unit', () => neighbours],
    ['and signed by an unknown key', 'unknown-key', () => forged('la-khoa-la')],
    ['and signed by another key under a known name', 'signature', () => forged(keyOf(documents.good))],
    ['I04 to an older one, replayed', 'older', () => documents.older],
  ])('%s is refused, logged, reported and shown to its technician', async (_, fault, make) => {
    const before = speaker.said.length
    const reported = (await shown()).length
    await plant(await make())
    // The same complaint is told again after ten minutes at the earliest.
    await pass(12 * minute)
    const said = speaker.said.slice(before).filter(({ event }) => event === 'refused')
    expect(said.length).toBeGreaterThan(0)
    for (const line of said) expect(line).toMatchObject({ subject: 'lineup', fault })
    await vi.waitUntil(async () => (await shown()).length > reported, { timeout: 60_000 })
    expect((await shown())[0]).toMatchObject({ subject: 'lineup', fault })
    // Told of an older one, the server may issue a new one by itself; nothing else is taken into force.
    const kept = speaker.said.slice(before).filter(({ event }) => event === 'lineup-kept')
    for (const { version } of kept) expect(version).toBeGreaterThan(versionOf(documents.good))
  })

  it.skipIf(!chromiumPath)('is what the technician reads in plain words', async () => {
    const browser = await openBrowser()
    const context = await windowOf(browser, house.url, technician, screens.laptop)
    const page = await context.newPage()
    await page.goto(`/lam-viec/cum-loa/${device.id}`)
    const list = page.getByRole('list', { name: 'Cụm loa đã từ chối' })
    await list.waitFor({ timeout: 60_000 })
    for (const sentence of [
      'Danh sách phát đã bị sửa sau khi ký; không nhận',
      'Danh sách phát cũ bị gửi lại; không nhận',
      'Danh sách phát của đơn vị khác; không nhận',
      'Danh sách phát ký bằng khóa lạ; không nhận',
      'Danh sách phát đã hết hạn; không nhận',
    ]) {
      await list.getByText(sentence).first().waitFor({ timeout: 60_000 })
    }
    await browser.close()
  })

  it('I06 never sounds: what was approved plays from the last good one', async () => {
    await pass(today + 2.25 * 60 * minute - clock.now())
    const times = playsOf(folder).map(({ plannedAt }) => new Date(plannedAt).toISOString())
    expect(times).toEqual(['2026-11-21T02:30:00.000Z', '2026-11-21T03:00:00.000Z'])
  })
})

function versionOf(jws: string): number {
  return (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { version: number }).version
}
