import { rmSync } from 'node:fs'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFolder, type RunningSpeaker, runSpeaker } from '../../speaker/test-peer/run-speaker.ts'
import { patience } from './console-house.ts'

/** Monday 23 November 2026, 20:00 in Việt Nam; the bulletin is to sound on Tuesday at 05:30. */
const evening = Date.UTC(2026, 10, 23, 13)
const halfPastFive = Date.UTC(2026, 10, 23, 22, 30)
const minute = 60_000

let clock: ReturnType<typeof settableClock>
let house: TestHouse
let browser: Browser
let speaker: RunningSpeaker | undefined
const folder = freshFolder()

beforeAll(async () => {
  clock = settableClock(evening)
  ;[house, browser] = await Promise.all([openTestHouse({ clock }), openBrowser()])
})
afterAll(async () => {
  await speaker?.kill()
  await browser.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The screen of this person now, on a phone whose clock is that of the house. */
async function phoneOf(person: Person, path: string): Promise<Page> {
  const context = await windowOf(browser, house.url, person, screens.phone)
  context.setDefaultTimeout(patience.timeout)
  await context.clock.setFixedTime(clock.now())
  await context.addInitScript(() => {
    let taps = 0
    document.addEventListener('pointerdown', event => event.isTrusted && (taps += 1), true)
    Object.assign(globalThis, { taps: () => taps })
  })
  const page = await context.newPage()
  await page.goto(`/lam-viec${path}`)
  return page
}

async function register(technician: Person, name: string, households: number): Promise<string> {
  const { body } = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
    unitId: house.units['24343'],
    name,
    households,
  })
  return body.claim.code
}

const start = (claim: string, bootId: string) =>
  runSpeaker(folder, [
    '--server',
    house.url,
    '--mqtt',
    `${house.url.replace(/^http/, 'ws')}/mqtt`,
    '--claim',
    claim,
    '--simulate-clock',
    JSON.stringify({ monotonic: 0, bootId }),
  ])

it.skipIf(!chromiumPath)(
  'I23 an officer alone puts an approved bulletin into tomorrow 05:30 in five taps at most, and sees in the morning that it sounded',
  async () => {
    const technician = await house.person('technician', '24343')
    const claim = await register(technician, 'Cụm loa Trung tâm', 210)
    await house.visitor().call('POST', '/devices/claim', {
      code: await register(technician, 'Cụm loa Thôn 3', 110),
      model: 'NGUON-SIM',
      firmware: '1.0.0',
    })
    speaker = start(claim, 'evening')
    await speaker.heard(({ event }) => event === 'ready')
    await approvedBulletin(house, '24343')
    const officer = await house.person('operator', '24343')

    const page = await phoneOf(officer, '/')
    await page.getByRole('heading', { name: 'Đã duyệt, chờ xếp lịch' }).waitFor()
    await page.getByRole('link', { name: 'Xếp lịch: Lịch cắt điện' }).click()
    await page
      .getByText(
        /^Sẽ phát lúc 05:30 thứ Ba 24\/11\/2026 · 2 cụm loa · khoảng 320 hộ · \d+ giây · khoảng [\d,]+ MB mỗi SIM$/,
      )
      .waitFor()
    await page.getByRole('button', { name: 'Lưu lịch phát' }).click()
    await page.getByText('Đã xếp lịch phát lúc 05:30 ngày mai.').waitFor()
    const tomorrow = page.getByRole('list', { name: 'Sẽ phát ngày mai' })
    await expect.poll(() => tomorrow.innerText(), patience).toContain('05:30 · Lịch cắt điện')
    const taps = await page.evaluate(() => (globalThis as unknown as { taps(): number }).taps())
    expect(taps).toBeGreaterThan(0)
    expect(taps).toBeLessThanOrEqual(5)
    await page.context().close()

    // The power of the loudspeaker goes in the night and is back before the hour.
    await speaker.kill()
    clock.set(halfPastFive - 5 * minute)
    speaker = start(claim, 'morning')
    await speaker.heard(({ event }) => event === 'time-trusted')
    while (clock.now() < halfPastFive + 4 * minute) {
      clock.advance(10_000)
      await speaker.advance(10_000)
    }
    const airing = await speaker.heard(({ event }) => event === 'airing')
    expect(airing['result']).toEqual({ kind: 'completed' })

    const morning = await phoneOf(await house.signIn(officer.accountId), '/')
    await morning.getByText('Sáng nay 05:30: 1/1 cụm có tín hiệu đã phát').waitFor()
    await morning.getByText('1 cụm chưa có tín hiệu').waitFor()
    await morning.getByText('Mất tín hiệu: Cụm loa Thôn 3').waitFor()
    await morning.context().close()
  },
)
