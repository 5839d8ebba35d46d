import { settableClock } from '@nguon/server/platform'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { patience } from './console-house.ts'

const minute = 60_000

describe.skipIf(!chromiumPath)('I11 a breaker trips, the battery goes flat, the loudspeaker falls silent', () => {
  const clock = settableClock(Date.now() - 42 * minute)
  let house: TestHouse
  let browser: Browser
  let device: Awaited<ReturnType<typeof claimedDevice>>

  beforeAll(async () => {
    ;[house, browser] = await Promise.all([openTestHouse({ clock }), openBrowser()])
    device = await claimedDevice(house, '24343')
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  const beat = async (mainsPower: boolean, batteryPercent: number) => {
    const telemetry = {
      sentAt: clock.now(),
      timeTrusted: true,
      clockErrorMilliseconds: 5,
      firmware: '1.0.0',
      lineupVersion: 1,
      lineupIssuedAt: clock.now(),
      mediaReady: 0,
      mediaMissing: 0,
      playing: null,
      volume: 60,
      diskFreeBytes: 4e9,
      signalDbm: -75,
      mainsPower,
      batteryPercent,
      temperatureCelsius: 38,
      lastHeardAt: null,
    }
    const { status } = await device.call('POST', '/devices/messages', { kind: 'heartbeat', telemetry })
    expect(status).toBe(200)
  }
  const standing = async () => {
    const technician = await house.person('technician', '24343')
    const { body } = await technician.call<{ items: { kind: string; severity: string; standing: string }[] }>(
      'GET',
      `/alarms?unitId=${house.units['24343']}`,
    )
    return body.items.map(({ kind, severity, standing }) => `${kind} ${severity} ${standing}`)
  }
  const until = (...expected: readonly string[]) =>
    vi.waitFor(async () => expect(await standing()).toEqual(expected), { timeout: 40_000, interval: 250 })

  it('power, battery and silence each raise an alarm, within the minutes they are given', async () => {
    await beat(true, 100)
    clock.advance(minute / 2)
    await beat(false, 95)
    await until('powerCut serious open')
    clock.advance(minute / 2)
    await beat(false, 4)
    await until('powerCut urgent open', 'battery urgent open')
    clock.set(Date.now())
    await until('powerCut urgent open', 'battery urgent open', 'silent serious open')
  })

  it('the list says for how long nobody has heard it, and the page what to do', async () => {
    const context = await windowOf(browser, house.url, await house.person('technician', '24343'), screens.laptop)
    const page = await context.newPage()
    await page.goto('/lam-viec/cum-loa?su-co=1&xep=1')
    await page.getByText(/liên lạc 4\d phút trước/).waitFor(patience)
    await page.getByRole('link', { name: 'Cụm loa Thôn 1' }).click()
    await page.getByText(/Mất điện từ \d\d:\d\d .*, ắc quy còn 5 %:/).waitFor(patience)
    await page.getByText('gọi điện lực hoặc cử người đến kiểm tra aptomat.').waitFor(patience)
    const battery = page.getByRole('figure').filter({ hasText: 'Ắc quy' })
    await battery.getByText(/^4 % đến (95|100) %/).waitFor(patience)
    expect(await battery.locator('svg').count()).toBe(1)
    await page.getByText('Xem dạng bảng').click()
    await page.getByRole('columnheader', { name: 'Ắc quy' }).waitFor(patience)
    await context.close()
  })

  it('I32 the map shows where it stands and how it is, asks no other host, and names Hoàng Sa and Trường Sa', async () => {
    const context = await windowOf(browser, house.url, await house.person('technician', '24343'), screens.phone)
    const page = await context.newPage()
    const hosts = new Set<string>()
    page.on('request', request => hosts.add(new URL(request.url()).host))
    await page.goto('/lam-viec/cum-loa?xem=ban-do')
    await page.getByRole('link', { name: 'Nhập tọa độ: Cụm loa Thôn 1' }).click()
    await page.getByLabel('Vĩ độ').fill('12.9597')
    await page.getByLabel('Kinh độ').fill('108.3512')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('12.9597, 108.3512').waitFor(patience)
    await page.goto('/lam-viec/cum-loa?xem=ban-do')
    const mark = page.getByRole('button', { name: 'Cụm loa Thôn 1: mất kết nối' })
    await mark.focus(patience)
    await page.keyboard.press('Enter')
    await page
      .getByRole('list', { name: 'Cụm loa đã chọn' })
      .getByRole('link', { name: 'Cụm loa Thôn 1' })
      .waitFor(patience)
    const beside = page.getByRole('listitem').filter({ hasText: /^Quần đảo/ })
    expect(await beside.count()).toBe(0)
    for (let times = 0; (await beside.count()) < 2; times += 1) {
      expect(times).toBeLessThan(10)
      await page.getByRole('button', { name: 'Thu nhỏ' }).click()
      await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' })
    }
    expect(await beside.allTextContents()).toEqual(['Quần đảo Hoàng Sa (Đà Nẵng)', 'Quần đảo Trường Sa (Khánh Hòa)'])
    expect([...hosts]).toEqual([new URL(house.url).host])
    await context.close()
  })

  it('it comes back by itself, and the alarms stay until somebody has acknowledged them', async () => {
    await beat(true, 100)
    await until('powerCut urgent past', 'battery urgent past', 'silent serious past')
    const context = await windowOf(browser, house.url, await house.person('technician', '24343'), screens.phone)
    const page = await context.newPage()
    await page.goto('/lam-viec/su-co')
    await expect.poll(() => page.getByText('Đã hết, chưa xác nhận').count(), patience).toBe(3)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Xác nhận 3 sự cố đã chọn' }).click()
    await page.getByRole('button', { name: 'Đã biết, xác nhận' }).click()
    await page.getByText('Không có sự cố nào', { exact: true }).waitFor(patience)
    await context.close()
    expect(await standing()).toEqual([])
  })
})
