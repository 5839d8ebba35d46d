import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath, openBrowser, screens, windowOf } from '@nguon/tests/browser'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { oneTimeCode } from '@nguon/tests/one-time-code'
import { runProgram } from '@nguon/tests/run-program'
import { expect, it, onTestFinished } from 'vitest'
import { patience } from './console-house.ts'

const password = 'Nương rẫy sau mưa 2026'
const table = 'Mã;Tên;Mã cấp trên\r\n66;Tỉnh Đắk Lắk;\r\n24343;Xã Krông Năng;66\r\n24343-T01;Thôn 1;24343\r\n'

/** `npm run serve` in an empty folder: gives the link it prints. */
async function freshServer(): Promise<{ link: string; url: string }> {
  const folder = temporaryFolder('first-set-up')
  const server = runProgram('server/main.ts', [], {
    NGUON_DATA: join(folder, 'data'),
    NGUON_PORT: '0',
    NGUON_MQTT_PORT: '0',
  })
  onTestFinished(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const [link] = await server.heard(/http:\S+\?ma=[\w-]+/)
  return { link, url: new URL(link).origin }
}

it.skipIf(!chromiumPath)(
  'a province is set up from an empty folder: the first administrator, its units, and an officer who signs in on a phone',
  async () => {
    const [{ link, url }, browser] = await Promise.all([freshServer(), openBrowser()])
    onTestFinished(() => browser.close())
    const window = await windowOf(browser, url, null, screens.laptop)
    window.setDefaultTimeout(patience.timeout)
    const desk = await window.newPage()
    await desk.goto('/lam-viec/thiet-lap')
    await desk.getByText('cửa sổ đang chạy máy chủ').waitFor()

    await desk.goto(link)
    await desk.getByLabel('Họ và tên').fill('Hoàng Quốc Việt')
    await desk.getByLabel('Tên đăng nhập').fill('viet.hoang')
    await desk.getByLabel('Mật khẩu mới').fill(password)
    await desk.getByLabel('Mã tỉnh (2 chữ số)').fill('66')
    await desk.getByLabel('Tên tỉnh, thành phố').fill('Tỉnh Đắk Lắk')
    await desk.getByRole('button', { name: 'Tạo tài khoản quản trị' }).click()
    await desk.getByRole('heading', { name: 'Hôm nay' }).waitFor()

    await desk.goto('/lam-viec/tai-khoan-cua-toi')
    await desk.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('Nhập mật khẩu để tiếp tục').fill(password)
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
    const secret = (await dialog.locator('strong').innerText()).replaceAll(' ', '')
    await dialog.getByLabel('Mã xác thực').fill(oneTimeCode(secret))
    await dialog.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    await desk.getByText('Đã bật xác thực hai bước.').waitFor()

    await desk.getByRole('link', { name: 'Địa bàn' }).click()
    await desk.getByRole('link', { name: 'Nhập danh sách' }).click()
    const file = { name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
    await desk.locator('input[type=file]').setInputFiles(file)
    await desk.getByRole('button', { name: 'Thử nhập' }).click()
    await desk.getByRole('button', { name: 'Nhập vào hệ thống' }).click()
    await desk.getByRole('link', { name: 'Xã Krông Năng' }).waitFor()

    await desk.getByRole('link', { name: 'Tài khoản', exact: true }).click()
    await desk.getByRole('link', { name: 'Tạo tài khoản' }).click()
    await desk.getByLabel('Họ và tên').fill('Nguyễn Thị Hoa')
    await desk.getByLabel('Tên đăng nhập').fill('hoa.nguyen')
    await desk.getByRole('combobox', { name: 'Đơn vị', exact: true }).click()
    await desk.getByRole('option', { name: /^Xã Krông Năng/ }).click()
    await desk.getByRole('combobox', { name: 'Vai trò tại đơn vị' }).press('ArrowDown')
    await desk.getByRole('option', { name: 'Người biên soạn' }).click()
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: 'Tạo tài khoản và lấy đường dẫn' }).click()
    const invitation = await desk.locator('pre', { hasText: '?ma=' }).innerText()

    const hand = await (await windowOf(browser, url, null, screens.phone)).newPage()
    hand.setDefaultTimeout(patience.timeout)
    await hand.goto(invitation)
    await hand.getByRole('heading', { name: 'Chào Nguyễn Thị Hoa' }).waitFor()
    await hand.getByLabel('Mật khẩu mới').fill('suối đá mùa khô cạn')
    await hand.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await hand.getByRole('heading', { name: 'Hôm nay' }).waitFor()
    await hand.getByRole('banner').getByText('Xã Krông Năng').first().waitFor()
    expect(await hand.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(screens.phone.width)
  },
)
