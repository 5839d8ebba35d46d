import { writeWav } from '@nguon/domain/sound'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, newestBulletin, patience } from './console-house.ts'

const workplace = consoleHouse()

/** Ten seconds that are loud enough to be heard. */
function tenSeconds(): Buffer {
  const rate = 24_000
  const samples = Float32Array.from({ length: rate * 10 }, (_, at) => 0.2 * Math.sin(at / 9) * Math.sin(at / 3000))
  return Buffer.from(writeWav({ samples, rate }))
}

it.skipIf(!chromiumPath)(
  'C5: a sound of the library is credited, renamed, cut into another and used in a bulletin',
  async () => {
    const author = await workplace.house.person('author', '24343')
    const page = await workplace.open(author, '/thu-vien', screens.laptop)
    await page.getByText('Thư viện chưa có tệp nào').waitFor()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Thêm âm thanh' }).click(),
    ])
    await chooser.setFiles({ name: 'loi-chao.wav', mimeType: 'audio/wav', buffer: tenSeconds() })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Người đọc').fill('H’Loan Niê')
    await dialog.getByLabel('Nhuận bút, thù lao').fill('Phát thanh viên, 01 tin')
    await dialog.getByText('Lấy từ 0:00 đến 0:10').waitFor()
    await dialog.getByRole('button', { name: 'Dùng phần này' }).click()

    await page.getByText('Chưa quét: máy chủ chưa cài chương trình quét').waitFor()
    await page.getByText('H’Loan Niê').waitFor()
    await page.getByText('Phát thanh viên, 01 tin').waitFor()

    await page.getByRole('button', { name: 'Sửa thông tin' }).click()
    await dialog.getByLabel('Tên', { exact: false }).first().fill('Lời chào buổi sáng')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page.getByRole('heading', { name: 'Lời chào buổi sáng' }).waitFor()

    await page.getByRole('button', { name: 'Dùng trong tin mới' }).click()
    await page.getByText('H’Loan Niê · Phát thanh viên, 01 tin').waitFor()
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await expect
      .poll(async () => (await newestBulletin(author)).content.texts[0].title, patience)
      .toBe('Lời chào buổi sáng')
    await page.reload()
    await page.getByText('H’Loan Niê · Phát thanh viên, 01 tin').waitFor()

    await page.goto('/lam-viec/thu-vien?tim=chao buoi')
    await page.getByRole('link', { name: 'Lời chào buổi sáng' }).click()
    await page.getByRole('button', { name: 'Cắt, làm êm đầu cuối' }).click()
    await dialog.getByText('Lấy từ 0:00 đến 0:10').waitFor()
    await dialog.getByRole('slider', { name: 'Lấy từ' }).focus()
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowRight')
    await dialog.getByRole('button', { name: 'Dùng phần này' }).click()
    await page.getByText('Bản gốc vẫn còn trong thư viện.').waitFor()
    await page.getByText('7 giây', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Thư viện' }).first().click()
    await expect.poll(() => page.getByRole('link', { name: 'Lời chào buổi sáng' }).count(), patience).toBe(2)
  },
)

it.skipIf(!chromiumPath)('C5: an upload goes on where it was when the page was closed', async () => {
  const author = await workplace.house.person('author', '24343')
  const sound = { name: 'hop-dan.wav', mimeType: 'audio/wav', buffer: tenSeconds() }
  const page = await workplace.open(author, '/thu-vien', screens.laptop)
  const sent: string[] = []
  const choose = async () => {
    // Chosen in the page itself, as the same file of the same day.
    await page.evaluate(
      ({ name, bytes }) => {
        const transfer = new DataTransfer()
        transfer.items.add(
          new File([Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))], name, {
            type: 'audio/wav',
            lastModified: 1_790_000_000_000,
          }),
        )
        const input = document.querySelector<HTMLInputElement>('main input[type=file]')
        if (!input) throw new Error('there is no way to choose a file')
        input.files = transfer.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      },
      { name: sound.name, bytes: sound.buffer.toString('base64') },
    )
    await page.getByRole('dialog').getByRole('button', { name: 'Dùng phần này' }).click()
  }
  await page.getByRole('button', { name: 'Thêm âm thanh' }).waitFor()
  await page.route('**/media/uploads/*', async route => {
    const { [`upload-offset`]: offset = '' } = route.request().headers()
    if (route.request().method() !== 'PATCH') return route.continue()
    sent.push(offset)
    // The second piece never arrives: whoever waits for it closes the page.
    return offset === '0' ? route.continue() : undefined
  })
  await choose()
  await expect.poll(() => sent.length, patience).toBe(2)
  await page.reload()
  await page.unroute('**/media/uploads/*')
  await page.getByRole('button', { name: 'Thêm âm thanh' }).waitFor()
  const again: string[] = []
  page.on('request', request => {
    if (request.url().includes('/media/uploads')) again.push(request.method())
  })
  await choose()
  await page.getByRole('heading', { name: 'hop-dan.wav' }).waitFor()
  expect(again[0]).toBe('HEAD')
  expect(again).not.toContain('POST')
})
