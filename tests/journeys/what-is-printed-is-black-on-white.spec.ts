import type { Page } from 'playwright-core'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, writeBulletin } from './console-house.ts'

const workplace = consoleHouse()

/** The sizes of the pages of a PDF, in points. */
async function pagesOf(page: Page): Promise<string[]> {
  const file = await page.pdf({ preferCSSPageSize: true })
  const boxes = file.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)
  return [...boxes].map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`)
}

const upright = '595 × 842'
const across = '842 × 595'

/** What would be a waste of ink, or of no use on paper. */
async function inkWastedBy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => element.getClientRects().length > 0
    const pressed = [...document.querySelectorAll('nav, main button, main input[type="search"]')].filter(seen)
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const dark = [...document.querySelectorAll('body, main, main section')].filter(element => {
      const [red = 255, green = 255, blue = 255, opacity = 1] = channels(getComputedStyle(element).backgroundColor)
      return opacity > 0 && Math.min(red, green, blue) < 250
    })
    const pale = [...document.querySelectorAll('main h1, main h2, main p, main li')].filter(seen).filter(element => {
      const [red = 0, green = 0, blue = 0] = channels(getComputedStyle(element).color)
      return Math.max(red, green, blue) > 90
    })
    return [...pressed, ...dark, ...pale].map(element => element.outerHTML.slice(0, 120))
  })
}

it.skipIf(!chromiumPath).each([
  { what: 'a timetable', role: 'operator', path: () => '/lich-phat', heading: 'Lịch phát', sheet: across },
  { what: 'the audit trail', role: 'inspector', path: () => '/nhat-ky', heading: 'Nhật ký thao tác', sheet: upright },
  {
    what: 'a bulletin',
    role: 'approver',
    path: (id: string) => `/tin/${id}`,
    heading: 'Lịch cắt điện',
    sheet: upright,
  },
  {
    what: 'an approval sheet',
    role: 'approver',
    path: (id: string) => `/duyet/${id}`,
    heading: 'Lịch cắt điện',
    sheet: upright,
  },
] as const)('$what is printed from the dark as from the light, on A4', async ({ what, role, path, heading, sheet }) => {
  const { house } = workplace
  const author = await house.person('author', '24343')
  const written = await writeBulletin(author, house.units['24343'], 'Lịch cắt điện', 'Điện ngừng từ 7 giờ.')
  await author.call('POST', `/bulletins/${written.id}/submit`, { version: written.version })
  const page = await workplace.open(await house.person(role, '24343'), path(written.id), screens.laptop)
  await page.getByRole('heading', { name: heading, exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  expect(await inkWastedBy(page)).toEqual([])
  await page.getByText(/^Xã Krông Năng, tỉnh Đắk Lắk$/).waitFor()
  if (what === 'an approval sheet') await page.getByText('(Ký, ghi rõ họ tên)').first().waitFor()
  const pages = await pagesOf(page)
  expect(new Set(pages)).toEqual(new Set([sheet]))
})
