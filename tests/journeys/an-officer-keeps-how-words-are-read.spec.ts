import { chromiumPath, screens } from '@nguon/tests/browser'
import { it } from 'vitest'
import { consoleHouse } from './console-house.ts'

const workplace = consoleHouse()

it.skipIf(!chromiumPath)('a word is added, found, changed and removed, and what is read follows', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/tu-dien', screens.laptop)
  await page.getByText('Chưa có từ nào').waitFor()
  await page.getByRole('button', { name: 'Thêm từ' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Viết là').fill('Xqzt')
  await dialog.getByLabel('Đọc là').fill('ích')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Xqzt → ích').waitFor()

  await page.getByRole('searchbox', { name: 'Tìm từ' }).fill('xqz')
  await page.getByRole('button', { name: 'Sửa: Xqzt' }).click()
  await dialog.getByLabel('Đọc là').fill('ích xì')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Xqzt → ích xì').waitFor()

  const writing = await workplace.open(author, '/tin/moi/viet', screens.laptop)
  await writing.getByLabel('Tiêu đề').fill('Buôn Xqzt họp')
  await writing.getByText('ích xì').waitFor()
  await writing.getByText('Bản tin được đọc bằng giọng máy.').waitFor()
  await writing.getByText('Ngắt nghỉ dài hơn').waitFor()

  await page.getByRole('button', { name: 'Sửa: Xqzt' }).click()
  await dialog.getByRole('button', { name: 'Bỏ từ này' }).click()
  await page.getByText('Không có từ nào như vậy').waitFor()
})

it.skipIf(!chromiumPath)('an administrator decides whether the loudspeaker says that a machine reads', async () => {
  const administrator = await workplace.house.person('administrator', '24343')
  const page = await workplace.open(administrator, '/tu-dien', screens.phone)
  const choice = page.getByRole('switch', { name: /Bản tin được đọc bằng giọng máy/ })
  await choice.click()
  await page.getByText('Đã lưu. Áp dụng cho bản tin tạo giọng từ bây giờ.').waitFor()
  await page.getByRole('switch', { checked: false }).waitFor()
})
