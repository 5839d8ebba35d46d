import type { Page } from 'playwright-core'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, newestBulletin, patience } from './console-house.ts'

const workplace = consoleHouse()
const password = 'gió đồi sim chiều thu'

/** What has the focus: its name for people, and whether one sees that it has it. */
async function focused(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { name: '', seen: false }
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    // The link of a row is as large as the row, and so is its outline.
    const outlines = [getComputedStyle(element), getComputedStyle(element, '::after')]
    const seen = outlines.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
    return { name: name.trim(), seen }
  })
}

/** Presses Tab until what bears this name has the focus, and one sees that it has. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press(key)
    const here = await focused(page)
    passed.push(here.name)
    if (name.test(here.name)) {
      expect(here.seen, `the focus on “${here.name}” is not seen`).toBe(true)
      return
    }
  }
  throw new Error(`Tab does not come to ${String(name)}, only to ${passed.join(' | ')}`)
}

it.skipIf(!chromiumPath)('an officer signs in, writes a bulletin and submits it without a mouse', async () => {
  const { house } = workplace
  const administrator = await house.person('administrator', '24343')
  const { accountId, userName } = await house.newAccount('24343', ['author'])
  const { body } = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`)
  const token = new URL(body.path, house.url).searchParams.get('ma')
  await house.visitor().call('POST', '/auth/invitation', { token, password })

  const page = await workplace.open(null, '/', screens.laptop)
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.keyboard.type(userName)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()

  await page.reload()
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
  await tabTo(page, /^Đến nội dung chính$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), patience).toBe('MAIN')

  await page.goto('/lam-viec/tin')
  await page.getByRole('heading', { name: 'Tin', exact: true }).waitFor()
  await tabTo(page, /^Soạn tin$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page).then(({ name }) => name), patience).toBe('Soạn tin mới')
  await tabTo(page, /^Viết tự do$/)
  await page.keyboard.press('Enter')
  await page.getByLabel('Tiêu đề').waitFor()
  await tabTo(page, /^Tiêu đề$/)
  await page.keyboard.type('Thông báo họp thôn')
  await tabTo(page, /^Nội dung$/)
  await page.keyboard.type('Mời bà con họp lúc 19 giờ.')

  await tabTo(page, /^Trình duyệt$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Trình duyệt tin này?').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => focused(page).then(({ name }) => name), patience).toBe('Trình duyệt')

  await page.keyboard.press('Enter')
  await dialog.getByText('Trình duyệt tin này?').waitFor()
  await tabTo(page, /^Trình duyệt$/)
  await page.keyboard.press('Enter')
  await page.getByText('Đã trình duyệt.').waitFor()
  await expect.poll(() => focused(page).then(({ name }) => name), patience).toBe('Thông báo họp thôn')
  expect((await newestBulletin(administrator)).state).toBe('submitted')
})

it.skipIf(!chromiumPath)('menus open, move and close by keys, and give the focus back', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/', screens.laptop)
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
  await tabTo(page, /^Tài khoản của tôi/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), patience).toBe('menuitem')
  await page.keyboard.press('Escape')
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor({ state: 'hidden' })
  await expect.poll(() => focused(page).then(({ name }) => name), patience).toMatch(/^Tài khoản của tôi/)
})
