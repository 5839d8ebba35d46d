import { chromiumPath, screens } from '@nguon/tests/browser'
import { oneTimeCode } from '@nguon/tests/one-time-code'
import { expect, it } from 'vitest'
import { consoleHouse, patience } from './console-house.ts'

const workplace = consoleHouse()
const password = 'suối đá mùa khô cạn'

it.skipIf(!chromiumPath)('a wrong password ten times: the words say how long to wait and whom to ask', async () => {
  const { userName } = await workplace.house.newAccount('24343', ['author'])
  const page = await workplace.open(null, '/tin', screens.phone)
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.getByLabel('Tên đăng nhập').fill(userName)
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await page.getByLabel('Mật khẩu', { exact: true }).fill(`sai lần ${attempt}`)
    const answered = page.waitForResponse(response => response.url().endsWith('/auth/sign-in'))
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await (await answered).finished()
  }
  await expect
    .poll(() => page.getByRole('alert').innerText(), patience)
    .toMatch(/Đã nhập sai quá nhiều lần\. Hãy thử lại sau \d+ phút.*người quản trị/s)
})

it.skipIf(!chromiumPath)(
  'the second factor is turned on from the phone and asked for at the next sign-in',
  async () => {
    const { house } = workplace
    const administrator = await house.person('administrator', '24343')
    const { accountId, userName } = await house.newAccount('24343', ['approver'])
    const { body } = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`)
    const page = await workplace.open(null, body.path.replace('/lam-viec', ''), screens.phone)
    await page.getByLabel('Mật khẩu mới').fill(password)
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()

    await page.goto('/lam-viec/tai-khoan-cua-toi')
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nhập mật khẩu để tiếp tục').fill(password)
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
    await dialog.getByRole('img', { name: /Quét mã/ }).waitFor()
    const secret = (await dialog.locator('strong').innerText()).replaceAll(' ', '')
    await dialog.getByLabel('Mã xác thực').fill(oneTimeCode(secret))
    await dialog.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    await page.getByText('Đã bật xác thực hai bước.').waitFor()

    await page.getByRole('button', { name: /^Tài khoản của tôi/ }).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await page.getByLabel('Tên đăng nhập').fill(userName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    // A code is good once; the next is that of the following half minute.
    await page.getByLabel('Mã xác thực').fill(oneTimeCode(secret, 30))
    await page.getByRole('button', { name: 'Xác nhận' }).click()
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()

    await page.goto('/lam-viec/tai-khoan-cua-toi/thiet-bi')
    await page.getByText('Thiết bị này').waitFor()
  },
)

it.skipIf(!chromiumPath)(
  'the words of the screens change language, the looks change to dark, and both are kept',
  async () => {
    const author = await workplace.house.person('author', '24343')
    const page = await workplace.open(author, '/', screens.laptop)
    await page.getByRole('button', { name: /^Tài khoản của tôi/ }).click()
    await page.getByText('English').click()
    await page.getByText('Dark', { exact: true }).click()
    await page.reload()
    await page.getByRole('heading', { name: 'Today' }).waitFor()
    const root = page.locator('html')
    expect([await root.getAttribute('lang'), await root.getAttribute('data-mantine-color-scheme')]).toEqual([
      'en',
      'dark',
    ])
  },
)
