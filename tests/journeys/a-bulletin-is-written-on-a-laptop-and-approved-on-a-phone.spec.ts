import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, newestBulletin, patience } from './console-house.ts'

const workplace = consoleHouse()
const body = `Kính thưa bà con! UBND xã tổ chức tiêm chủng lúc 7h30 ngày 28/11/2026.
Lớp QXTZ không tiêm. Mức hỗ trợ 50.000đ/trẻ.`

it.skipIf(!chromiumPath)('a bulletin is written beside its reading, heard, and approved from one link', async () => {
  const author = await workplace.house.person('author', '24343')
  const approver = await workplace.house.person('approver', '24343')

  const laptop = await workplace.open(author, '/tin', screens.laptop)
  await laptop.getByRole('link', { name: 'Soạn tin' }).first().click()
  await laptop.getByRole('link', { name: 'Viết tự do' }).click()
  await laptop.getByLabel('Tiêu đề').fill('Lịch tiêm chủng tháng 11')
  await laptop.getByLabel('Nội dung').fill(body)
  const reading = laptop.getByRole('region', { name: 'Đọc là' })
  await expect.poll(() => reading.innerText(), patience).toContain('Ủy ban nhân dân')
  await expect.poll(() => reading.innerText(), patience).toContain('năm mươi nghìn đồng')

  // An unknown word stops the submission until somebody says how it is read.
  await laptop.getByRole('button', { name: 'Trình duyệt' }).click()
  const dialog = laptop.getByRole('dialog')
  await dialog.getByText('Còn 1 từ chưa quyết định cách đọc').waitFor()
  expect(await dialog.getByRole('button', { name: 'Trình duyệt' }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await laptop.getByRole('button', { name: 'QXTZ', exact: true }).click()
  await laptop.getByRole('dialog').getByLabel('Đọc là').fill('quy xê tê dét')
  await laptop.getByRole('dialog').getByRole('button', { name: 'Đọc như vậy' }).click()
  await expect.poll(() => reading.innerText(), patience).toContain('quy xê tê dét')

  await laptop.getByRole('button', { name: 'Trình duyệt' }).click()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click()
  await laptop.getByText('Đã trình duyệt.').waitFor()
  await laptop.getByRole('button', { name: /^Nghe:/ }).waitFor()
  const submitted = await newestBulletin(author)
  expect(submitted.state).toBe('submitted')

  const phone = await workplace.open(approver, `/duyet/${submitted.id}`, screens.phone)
  await phone.getByRole('button', { name: /^Nghe:/ }).click()
  await phone.getByRole('button', { name: /^Dừng:/ }).waitFor()
  await phone.getByRole('switch', { name: 'Nghe như ngoài loa' }).check()
  await phone.getByRole('button', { name: 'Duyệt', exact: true }).click()
  const decision = phone.getByRole('dialog')
  await decision.getByText('Địa bàn: Xã Krông Năng').waitFor()
  await decision.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await phone.getByText('Đã duyệt và phát hành.').waitFor()
  expect((await newestBulletin(author)).state).toBe('published')
})

it.skipIf(!chromiumPath)('what comes back says why, and the next approver sees only what changed', async () => {
  const author = await workplace.house.person('author', '24343')
  const approver = await workplace.house.person('approver', '24343')
  const { id } = await newestBulletin(author)

  const laptop = await workplace.open(author, `/tin/${id}`, screens.laptop)
  await laptop.getByRole('button', { name: 'Sửa' }).click()
  await laptop.getByRole('dialog').getByText('ngừng phát ở mọi cụm loa').waitFor()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Sửa' }).click()
  await laptop.getByLabel('Nội dung').fill(body.replace('28/11', '29/11'))
  await laptop.getByRole('button', { name: 'Trình duyệt' }).click()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click()
  await laptop.getByText('Đã trình duyệt.').waitFor()

  const phone = await workplace.open(approver, `/duyet/${id}`, screens.phone)
  const changes = phone.locator('section', { hasText: 'Những gì đã đổi từ lần duyệt trước' })
  await changes.waitFor()
  expect([await changes.locator('del').allInnerTexts(), await changes.locator('ins').allInnerTexts()]).toEqual([
    ['28'],
    ['29'],
  ])
  await phone.getByRole('button', { name: 'Trả lại' }).click()
  await phone.getByRole('dialog').getByLabel('Lý do trả lại').fill('Ngày 29 là Chủ nhật, trạm nghỉ.')
  await phone.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
  await phone.getByText('Đã trả lại.').waitFor()

  await laptop.goto(`/lam-viec/tin/${id}`)
  await laptop.getByText('Ngày 29 là Chủ nhật, trạm nghỉ.').waitFor()
})
