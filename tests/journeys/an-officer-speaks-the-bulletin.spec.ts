import { writeWav } from '@nguon/domain/sound'
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
    // One goes on writing meanwhile, and looks at the reading.
    if (pieces === 3) await page.getByLabel('Nội dung').fill('Mời bà con xem ảnh.')
    if (pieces === 4) await page.getByText('Đọc là', { exact: true }).first().click()
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
  await page.getByLabel('Ảnh cho thấy gì').waitFor({ state: 'attached' })
  await page.getByText('Viết', { exact: true }).first().click()
  await page.getByLabel('Ảnh cho thấy gì').waitFor()
  expect(await page.getByLabel('Nội dung').inputValue()).toBe('Mời bà con xem ảnh.')
  expect(pieces).toBeGreaterThanOrEqual(5)
})

it.skipIf(!chromiumPath)('C5: a recording is spoken anew from one of its sentences', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/tin/moi/viet', screens.laptop)
  await page.getByRole('button', { name: 'Thu âm' }).click()
  const dialog = page.getByRole('dialog')
  for (const [press, parts] of [
    ['Bắt đầu thu', '1 đoạn'],
    ['Thu tiếp', '2 đoạn'],
    ['Thu tiếp', '3 đoạn'],
  ] as const) {
    await dialog.getByRole('button', { name: press }).click()
    await expect.poll(() => dialog.getByRole('meter').getAttribute('aria-valuenow'), patience).not.toBe('0')
    await dialog.getByRole('button', { name: 'Tạm dừng' }).click()
    await dialog.getByText(parts, { exact: true }).waitFor()
  }
  await dialog.getByRole('button', { name: /^Từ đoạn 2 / }).click()
  await dialog.getByText('1 đoạn', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Thu tiếp' }).waitFor()
})

/** Speech-like enough to be taken: a tone that comes and goes. */
function soundFile(seconds: number): Buffer {
  const rate = 16_000
  const samples = Float32Array.from({ length: seconds * rate }, (_, at) => {
    const time = at / rate
    return 0.3 * Math.sin(2 * Math.PI * 200 * time) * Math.sin(4 * Math.PI * time) ** 2
  })
  return Buffer.from(writeWav({ samples, rate }))
}

it.skipIf(!chromiumPath)('C5: a sound file is cut, faded and credited, and taken again from the library', async () => {
  const author = await workplace.house.person('author', '24343')
  const page = await workplace.open(author, '/tin/moi/viet', screens.laptop)
  await page.getByLabel('Tiêu đề').fill('Bài ca của xã')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Chọn tệp âm thanh' }).click(),
  ])
  await chooser.setFiles({ name: 'bai-ca.wav', mimeType: 'audio/wav', buffer: soundFile(6) })
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Lấy từ 0:00 đến 0:06').waitFor()
  await dialog.getByLabel('Người đọc').fill('H’Hoa Niê')
  await dialog.getByLabel('Nhuận bút, thù lao').fill('Đọc tin, mức 2')
  await dialog.getByRole('slider', { name: 'Lấy đến' }).focus()
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowLeft')
  await dialog.getByText('Lấy từ 0:00 đến 0:04').waitFor()
  await dialog.getByLabel('To dần lúc đầu, nhỏ dần lúc cuối').check()
  await dialog.getByRole('button', { name: 'Dùng phần này' }).click()
  await page.getByText('H’Hoa Niê · Đọc tin, mức 2').waitFor()
  await page.getByText('Chưa quét vi-rút: máy chủ chưa cài chương trình quét.').waitFor()

  const { body } = await author.call<{ items: { title: string; seconds: number; royaltyLine: string }[] }>(
    'GET',
    `/media?unitId=${workplace.house.units['24343']}&kind=sound&search=bai ca`,
  )
  expect(body.items).toMatchObject([{ title: 'Bài ca của xã', royaltyLine: 'Đọc tin, mức 2' }])
  expect(body.items[0]?.seconds).toBeCloseTo(4, 0)

  await page.getByRole('button', { name: 'Dùng giọng máy' }).click()
  await page.getByText('Giọng người đọc').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Lấy từ thư viện' }).last().click()
  await dialog.getByRole('button', { name: 'Dùng tệp này: Bài ca của xã' }).click()
  await page.getByText('Giọng người đọc').waitFor()
})
