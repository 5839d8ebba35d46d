import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, newestBulletin, writeBulletin } from './console-house.ts'

const workplace = consoleHouse()
const password = 'hoa cà phê nở tháng ba'

it.skipIf(!chromiumPath)(
  'a session that ends mid-form: the words stand, one signs in over them and goes on',
  async () => {
    const { house } = workplace
    const administrator = await house.person('administrator', '24343')
    const { accountId, userName } = await house.newAccount('24343', ['author'])
    const invitation = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`)

    const page = await workplace.open(null, invitation.body.path.replace('/lam-viec', ''), screens.laptop)
    await page.getByText(`tên đăng nhập “${userName}”`).waitFor()
    await page.getByLabel('Mật khẩu mới').fill(password)
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()

    await page.goto('/lam-viec/tin/moi/viet')
    await page.getByLabel('Tiêu đề').fill('Thông báo họp thôn')
    await page.getByLabel('Nội dung').fill('Mời bà con họp lúc 19 giờ.')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('vẫn còn nguyên').waitFor()
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
    // The call that noticed the end is made again by itself.
    await page.getByText('Đã lưu bản nháp.').waitFor()
    const saved = await newestBulletin(administrator)
    expect(saved.content.texts[0]).toMatchObject({ title: 'Thông báo họp thôn', body: 'Mời bà con họp lúc 19 giờ.' })
  },
)

it.skipIf(!chromiumPath)('a page that is closed mid-form opens again with what was typed', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/tin/moi/viet', screens.phone)
  await page.getByLabel('Tiêu đề').fill('Tạm ngừng cấp nước')
  await page.reload()
  await page.getByText('Đã mở lại bản viết dở').waitFor()
  expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('Tạm ngừng cấp nước')
  await page.getByRole('button', { name: 'Bỏ, lấy bản đã lưu' }).click()
  expect(await page.getByLabel('Tiêu đề').inputValue()).toBe('')
})

it.skipIf(!chromiumPath)('two officers edit one bulletin: both texts are shown, the merged one is saved', async () => {
  const { house } = workplace
  const first = await house.person('author', '24343')
  const second = await house.signIn((await house.newAccount('24343', ['author'])).accountId)
  const { id } = await writeBulletin(first, house.units['24343'], 'Họp thôn', 'Họp lúc 19 giờ.')

  const slow = await workplace.open(first, `/tin/${id}`, screens.laptop)
  await slow.getByLabel('Nội dung').fill('Họp lúc 19 giờ tại nhà văn hóa.')
  const quick = await workplace.open(second, `/tin/${id}`, screens.laptop)
  await quick.getByLabel('Nội dung').fill('Họp lúc 20 giờ.')
  await quick.getByRole('button', { name: 'Lưu nháp' }).click()
  await quick.getByText('Đã lưu bản nháp.').waitFor()

  await slow.getByRole('button', { name: 'Lưu nháp' }).click()
  const dialog = slow.getByRole('dialog')
  await dialog.getByText('Có người vừa sửa tin này').waitFor()
  expect(await dialog.locator('del, ins').allInnerTexts()).toContain('20')
  await dialog.getByLabel('Bản ghép sẽ lưu').fill('Họp lúc 20 giờ tại nhà văn hóa.')
  await dialog.getByRole('button', { name: 'Lưu bản ghép' }).click()
  await slow.getByText('Đã lưu bản nháp.').waitFor()

  const { body } = await first.call<{ version: number; content: { texts: { body: string }[] } }>(
    'GET',
    `/bulletins/${id}`,
  )
  expect([body.version, body.content.texts[0]?.body]).toEqual([3, 'Họp lúc 20 giờ tại nhà văn hóa.'])
  const theirs = await first.call<{ content: { texts: { body: string }[] } }>('GET', `/bulletins/${id}/versions/2`)
  expect(theirs.body.content.texts[0]?.body).toBe('Họp lúc 20 giờ.')
})
