import { AxeBuilder } from '@axe-core/playwright'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patience } from './console-house.ts'

describe.skipIf(!chromiumPath)('I20 a loudspeaker rattles, and the code on its pole leads to those who mend it', () => {
  let house: TestHouse
  let browser: Browser
  let path: string
  let tracking: string

  beforeAll(async () => {
    ;[house, browser] = await Promise.all([openTestHouse(), openBrowser()])
    const { deviceId } = await claimedDevice(house, '24343')
    const technician = await house.person('technician', '24343')
    ;({ path } = (await technician.call<{ path: string }>('GET', `/devices/${deviceId}/pole`)).body)
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  it.each(Object.entries(screens))(
    'L10 the page of the pole fits, and can be read by everyone: %s',
    async (_name, size) => {
      const context = await windowOf(browser, house.url, null, size)
      const page = await context.newPage()
      for (const place of [path, '/loa/aaaaaaa']) {
        await page.goto(place)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect({ overflow: Math.max(0, overflow), found: violations.map(({ id }) => id) }).toEqual({
          overflow: 0,
          found: [],
        })
      }
      const box = await page.goto(path).then(() => page.getByRole('button', { name: 'Rè' }).boundingBox())
      expect(box?.height).toBeGreaterThanOrEqual(70)
      await context.close()
    },
  )

  it('L10 a citizen without scripts says what is wrong, and is given a word to come back by', async () => {
    const context = await browser.newContext({
      baseURL: house.url,
      viewport: screens.phone,
      javaScriptEnabled: false,
      locale: 'vi-VN',
    })
    const page = await context.newPage()
    await page.goto(path)
    await page.getByText('Muốn nói thêm').click()
    await page.getByLabel('Anh/chị thấy thế nào').fill('Rè từ đầu tháng, không nghe rõ chữ nào')
    await page.getByRole('button', { name: 'Rè' }).click()
    await page.getByRole('heading', { name: 'Đã nhận. Cảm ơn anh/chị.' }).waitFor(patience)
    tracking = new URL(page.url()).pathname
    expect(await page.locator('.word').innerText()).toBe(tracking.split('/').at(-1))
    await page.getByText('Đang chờ kỹ thuật viên xem.').waitFor(patience)
    await context.close()
  })

  it('I20 the technician finds it on Hôm nay, reads the words and acknowledges; the citizen sees that', async () => {
    const context = await windowOf(browser, house.url, await house.person('technician', '24343'), screens.phone)
    const page = await context.newPage()
    await page.goto('/lam-viec')
    await page.getByRole('link', { name: 'Xem 1 sự cố thiết bị chưa xác nhận' }).click(patience)
    await page.getByText('Người dân báo loa rè (1 lượt) “Rè từ đầu tháng, không nghe rõ chữ nào”').waitFor(patience)
    await page.getByRole('button', { name: 'Xác nhận sự cố của Cụm loa Thôn 1' }).click()
    await page.getByLabel('Đã làm gì, giao cho ai').fill('Chiều nay thay màng loa')
    await page.getByRole('button', { name: 'Đã biết, xác nhận' }).click()
    await page.getByText('Không có sự cố nào', { exact: true }).waitFor(patience)
    await context.close()
    const told = await (await house.visitor().fetch(tracking)).text()
    expect(told).toContain('Kỹ thuật viên đã xem và ghi nhận lúc')
  })
})
