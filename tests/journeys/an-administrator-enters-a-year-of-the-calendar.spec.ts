import { readFileSync } from 'node:fs'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { expect, it } from 'vitest'
import { consoleHouse, patience } from './console-house.ts'

const workplace = consoleHouse()

interface LunarDay {
  readonly day: string
  readonly lunarDay: number
  readonly lunarMonth: number
  readonly lunarYear: number
}

const sample = new URL('../../demo/sample/lunar-days-2026-2027.json', import.meta.url)
const { days } = JSON.parse(readFileSync(sample, 'utf8')) as { days: LunarDay[] }
const rows = days
  .filter(({ day }) => day.startsWith('2027'))
  .map(({ day, lunarDay, lunarMonth, lunarYear }) => `${day};${lunarDay};${lunarMonth};;${lunarYear}`)
const table = ['Ngày;Ngày âm;Tháng âm;Tháng nhuận;Năm âm', ...rows].join('\n')
const file = (text: string) => ({ name: 'ngay-am-2027.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

it.skipIf(!chromiumPath)(
  'I30 the lunar days of a year are entered from a table and its document, and the communes see them',
  async () => {
    const { house } = workplace
    const page = await workplace.open(await house.person('administrator', '66'), '/lich-nam', screens.phone)
    await page.getByText('Chưa có dữ liệu năm 2027').first().click()
    await page.getByLabel('Số văn bản làm căn cứ').fill('1180/SVHTTDL-TTBC')
    await page.getByLabel('Ngày văn bản').fill('05/02/2026')
    await page.getByLabel('Cơ quan ban hành').fill('Sở Văn hóa, Thể thao và Du lịch')
    const chooser = page.locator('input[type="file"]')
    await chooser.setInputFiles(file(table.replace('2027-02-06;1;1', '2027-02-06;30;12')))
    await page.getByRole('button', { name: 'Thử trước' }).click()
    await page.getByText('Ngày 06/02/2027: ngày âm không nối tiếp ngày âm của hôm trước.').waitFor()
    await page.getByText('Dòng 38').waitFor()
    expect(await page.getByRole('button', { name: 'Lưu dữ liệu năm' }).count()).toBe(0)

    await chooser.setInputFiles(file(table))
    await page.getByRole('button', { name: 'Thử trước' }).click()
    await page.getByText('Bảng đọc được, 365 ngày, không có lỗi.').waitFor()
    await page.getByText('thứ Bảy 06/02/2027').waitFor()
    await page.getByRole('button', { name: 'Lưu dữ liệu năm' }).click()
    await page.getByText('Theo văn bản số 1180/SVHTTDL-TTBC ngày 05/02/2026').waitFor()

    const author = await workplace.open(
      await house.person('author', '24343'),
      '/lich-nam/lunarDays/2027',
      screens.phone,
    )
    await author.getByText('Mùng một Tết').waitFor()
    await expect.poll(() => author.getByRole('button', { name: 'Thử trước' }).count(), patience).toBe(0)
  },
)
