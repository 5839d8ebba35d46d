import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, newestBulletin, patience } from './console-house.ts'

// Chromium's own microphone of the tests: a beep every second.
const workplace = consoleHouse(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'])

it.skipIf(!chromiumPath)(
  'a recording is paused, its last part spoken anew, uploaded and submitted in place of the machine voice',
  async () => {
    const author = await workplace.house.person('author', '24343')
    const page = await workplace.open(author, '/tin/moi/viet', screens.laptop)
    await page.getByLabel('Tiêu đề').fill('Lời chúc Tết của Chủ tịch xã')
    await page.getByRole('button', { name: 'Thu âm' }).click()
    const dialog = page.getByRole('dialog')
    const seconds = async () => {
      const [minutes = '0', rest = '0'] = (await dialog.getByText(/^\d+:\d\d$/).innerText()).split(':')
      return Number(minutes) * 60 + Number(rest)
    }
    await dialog.getByRole('button', { name: 'Bắt đầu thu' }).click()
    await expect.poll(seconds, patience).toBeGreaterThanOrEqual(3)
    await expect.poll(() => dialog.getByRole('meter').getAttribute('aria-valuenow'), patience).not.toBe('0')
    await dialog.getByRole('button', { name: 'Tạm dừng' }).click()
    await dialog.getByText('1 đoạn').waitFor()
    const afterFirst = await seconds()
    await dialog.getByRole('button', { name: 'Thu tiếp' }).click()
    await expect.poll(seconds, patience).toBeGreaterThan(afterFirst)
    await dialog.getByRole('button', { name: 'Thu lại đoạn vừa rồi' }).click()
    await page.getByText(/Đã bỏ đoạn cuối dài/).waitFor()
    // The clock shows whole seconds, and the first part may end just after it was read.
    expect(Math.abs((await seconds()) - afterFirst)).toBeLessThanOrEqual(1)
    await dialog.getByRole('button', { name: 'Xong, dùng bản này' }).click()
    await page.getByText('Giọng người đọc').waitFor()

    await page.getByRole('button', { name: 'Trình duyệt' }).click()
    await page.getByRole('dialog').getByText('Loa phát bản thu âm của anh/chị.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click()
    await page.getByText('Đã trình duyệt.').waitFor()
    await page.getByText('Người đọc').waitFor()
    const { id } = await newestBulletin(author)
    const { body } = await author.call<{ renditions: { source: string; seconds: number }[] }>(
      'GET',
      `/bulletins/${id}/renditions`,
    )
    expect(body.renditions[0]?.source).toBe('recording')
    expect(body.renditions[0]?.seconds).toBeGreaterThan(0.5)
  },
)

it.skipIf(!chromiumPath)('an upload goes on by itself when the line breaks and comes back', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/tin/moi/viet', screens.phone)
  let pieces = 0
  await page.route('**/media/uploads/*', async route => {
    if (route.request().method() !== 'PATCH') return route.continue()
    pieces += 1
    return pieces === 2 ? route.abort('connectionreset') : route.continue()
  })
  const picture = Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.alloc(900_000),
  ])
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Thêm ảnh, tài liệu' }).click(),
  ])
  await chooser.setFiles({ name: 'ảnh hội trường.png', mimeType: 'image/png', buffer: picture })
  await page.getByLabel('Ảnh cho thấy gì').waitFor()
  expect(pieces).toBeGreaterThanOrEqual(5)
})
