import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patience } from './console-house.ts'
import { type SampleAtWork, sampleAtWork } from './sample-at-work.ts'
import { screenVisits } from './screen-visits.ts'

/** With NGUON_SCREENSHOTS=1 the pictures of the documents are taken anew. */
const pictures = process.env['NGUON_SCREENSHOTS'] === '1'
const pictureFolder = fileURLToPath(new URL('../../docs/screens', import.meta.url))

describe.skipIf(!chromiumPath)('every screen at 360 and at 1366 pixels', () => {
  let sample: SampleAtWork
  let browser: Browser
  beforeAll(async () => {
    ;[sample, browser] = await Promise.all([sampleAtWork(), openBrowser()])
    if (pictures) mkdirSync(pictureFolder, { recursive: true })
  })
  afterAll(async () => {
    await browser.close()
    await sample.close()
  })

  const windows = new Map<string | null, Promise<BrowserContext>>()
  /** A one-time link is used once; its session, and the scripts that were loaded, serve for all visits of the person. */
  function windowFor(userName: string | null): Promise<BrowserContext> {
    const known = windows.get(userName) ?? openWindow(userName)
    windows.set(userName, known)
    return known
  }

  async function openWindow(userName: string | null): Promise<BrowserContext> {
    const { url } = sample.demo.server
    if (userName === null) return windowOf(browser, url, null, screens.phone)
    const person = sample.demo.people.find(({ username }) => username === userName)
    if (!person) throw new Error(`there is no sample account ${userName}`)
    const answer = await fetch(await sample.demo.signInAddress(person.accountId), { redirect: 'manual' })
    const cookies = new Map(
      answer.headers.getSetCookie().map(line => {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
        return [name, value] as const
      }),
    )
    return windowOf(browser, url, { cookies }, screens.phone)
  }

  /** No screen has a frame, so the page alone is asked, which is twice as quick as gathering what each frame says. */
  function axeOf(page: Page): AxeBuilder {
    return new AxeBuilder({ page }).setLegacyMode()
  }

  async function faultsOf(axe: AxeBuilder): Promise<string[]> {
    const { violations } = await axe.analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }

  async function faultsInTheDark(page: Page): Promise<string[]> {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor(patience)
    return faultsOf(axeOf(page).withRules(['color-contrast']))
  }

  async function settled(page: Page) {
    await page.locator('h1').first().waitFor(patience)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.locator('[aria-busy="true"]').count(), patience).toBe(0)
    await page.evaluate(async () => {
      await document.fonts.ready
      // What follows a change of the size is drawn by then.
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
  }

  it('the first line of the day is what the loudspeakers have proven', async () => {
    const page = await (await windowFor('bientap.krongnang')).newPage()
    await page.goto('/lam-viec')
    await page.getByText(/^(Sáng|Trưa|Chiều|Tối) nay \d\d:\d\d: 3\/3 cụm có tín hiệu đã phát$/).waitFor(patience)
    await page.close()
  })

  for (const { name, who, path } of screenVisits) {
    it(`${name} fits, and can be read and used by everyone`, async () => {
      const place = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => sample.places[key] ?? key)
      const page = await (await windowFor(who)).newPage()
      const faults: string[] = []
      page.on('pageerror', error => faults.push(error.message))
      try {
        await page.goto(`/lam-viec${place}`)
        await settled(page)
        expect(await page.getByText('Màn hình này gặp lỗi').count(), 'the screen failed').toBe(0)
        expect(page.frames(), 'axe looks at the page alone').toHaveLength(1)
        for (const [width, size] of Object.entries(screens)) {
          await page.setViewportSize(size)
          await settled(page)
          if (pictures) await page.screenshot({ path: join(pictureFolder, `${name}-${size.width}.png`) })
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect({ width, overflow: Math.max(0, overflow), found: await faultsOf(axeOf(page)), faults }).toEqual({
            width,
            overflow: 0,
            found: [],
            faults: [],
          })
        }
        // Colours are the same at both sizes.
        expect(await faultsInTheDark(page), 'in the dark').toEqual([])
      } finally {
        await page.close()
      }
    })
  }
})
