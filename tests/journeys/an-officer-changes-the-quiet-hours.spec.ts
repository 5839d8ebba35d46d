import { addDays, instantToLocal } from '@nguon/domain/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { beforeAll, describe, expect, it } from 'vitest'
import { consoleHouse, patience } from './console-house.ts'

const workplace = consoleHouse()
const citation = 'khoản 2 Điều 5, Quyết định số 12/QĐ-UBND ngày 15/01/2026'
const none = {
  broadcastWindows: null,
  silentDays: null,
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: null,
}

describe.skipIf(!chromiumPath)('an officer of the commune changes the quiet hours', () => {
  let slotId = ''
  beforeAll(async () => {
    const { house } = workplace
    const [approver, operator] = [await house.person('approver', '24343'), await house.person('operator', '24343')]
    const unitId = house.units['24343']
    const quietHours = { value: [{ from: '21:30', until: '05:00' }], citation }
    await approver.call('PUT', `/units/${unitId}/rules`, { version: 0, rules: { ...none, quietHours } })
    await claimedDevice(house, '24343')
    const tomorrow = addDays(instantToLocal(house.clock.now(), 'Asia/Ho_Chi_Minh').day, 1)
    const { body } = await operator.call<{ slot: { id: string } }>('POST', '/slots', {
      unitId,
      bulletinIds: [await approvedBulletin(house, '24343')],
      recurrence: { kind: 'once', day: tomorrow },
      timeOfDay: '20:30',
      target: { units: [unitId], groups: [], devices: [] },
    })
    slotId = body.slot.id
  }, 120_000)

  it.each(Object.entries(screens))(
    'on a %s: what is touched is shown first, then refused, then all is as before',
    async (_, size) => {
      const { house } = workplace
      const page = await workplace.open(await house.person('approver', '24343'), '/quy-che', size)
      await page.getByRole('button', { name: 'Sửa: Giờ không phát' }).click()
      const editor = page.getByRole('group', { name: 'Giờ không phát' })
      await editor.getByText('Không lịch đã lưu nào trong bốn tuần tới bị ảnh hưởng.').waitFor()
      await editor.getByLabel('Từ: Giờ').fill('20')
      await editor.getByLabel('Từ: Phút').fill('00')
      const consequence = editor.getByRole('status', { name: 'Điều sẽ xảy ra' })
      await consequence.getByText('1 lịch đã lưu bị ảnh hưởng trong bốn tuần tới:').waitFor()
      await expect
        .poll(() => consequence.innerText(), patience)
        .toMatch(/Lịch cắt điện · Xã Krông Năng · 20:30 .*: sẽ không phát 1 buổi.*20:00–05:00 theo khoản 2 Điều 5/s)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await editor.getByRole('button', { name: 'Ban hành', exact: true }).click()
      await page.getByText(`Không phát từ 20:00 đến 05:00 hôm sau, theo ${citation}.`).waitFor()

      const operator = await workplace.open(await house.person('operator', '24343'), `/lich-phat/${slotId}/sua`, size)
      await operator
        .getByText(/Buổi phát 20:30 .* rơi vào giờ không phát 20:00–05:00 theo khoản 2 Điều 5/)
        .first()
        .waitFor()

      await page.goto('/lam-viec/quy-che/lich-su')
      await page.getByRole('button', { name: 'Ban hành lại bản này' }).last().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(`Không phát từ 21:30 đến 05:00 hôm sau, theo ${citation}.`).waitFor()
      await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
      await page
        .getByText(/lấy lại bản 1/)
        .first()
        .waitFor()
      await page.goto('/lam-viec/quy-che')
      await page.getByText(`Không phát từ 21:30 đến 05:00 hôm sau, theo ${citation}.`).waitFor()
    },
  )

  it('of two who change the rules at once, the later one is told, loses nothing and overwrites nothing', async () => {
    const { house } = workplace
    const approver = await house.person('approver', '24343')
    const page = await workplace.open(approver, '/quy-che', screens.phone)
    await page.getByRole('button', { name: 'Sửa: Giờ không phát' }).click()
    const editor = page.getByRole('group', { name: 'Giờ không phát' })
    await editor.getByLabel('Đến: Giờ').fill('06')
    const issue = editor.getByRole('button', { name: 'Ban hành', exact: true })
    await expect.poll(() => issue.isEnabled(), patience).toBe(true)

    const path = `/units/${house.units['24343']}/rules`
    const { body } = await approver.call<{ version: number; rules: Record<string, unknown> }>('GET', path)
    const { unitId: _, ...rules } = body.rules
    const minutesPerSession = { value: 30, citation }
    await approver.call('PUT', path, { version: body.version, rules: { ...rules, minutesPerSession } })
    await issue.click()
    await editor.getByText('Quy chế vừa được người khác sửa.').waitFor()
    await page.getByText(`Mỗi buổi nhiều nhất 30 phút, theo ${citation}.`).waitFor()
    await expect.poll(() => issue.isEnabled(), patience).toBe(true)
    await issue.click()
    await page.getByText(`Không phát từ 21:30 đến 06:00 hôm sau, theo ${citation}.`).waitFor()
    await page.getByText(`Mỗi buổi nhiều nhất 30 phút, theo ${citation}.`).waitFor()
  })

  it('P6.2 what would loosen the rule of the province is refused by its name before it can be issued', async () => {
    const { house } = workplace
    const administrator = await house.person('administrator', '66')
    const quietHours = { value: [{ from: '21:00', until: '05:00' }], citation: 'khoản 1 Điều 6' }
    await administrator.call('PUT', `/units/${house.units['66']}/rules`, { version: 0, rules: { ...none, quietHours } })
    const page = await workplace.open(await house.person('approver', '24343'), '/quy-che', screens.phone)
    await page.getByText('Không phát từ 21:00 đến 05:00 hôm sau, theo khoản 1 Điều 6.').waitFor()
    await page.getByRole('button', { name: 'Sửa: Giờ không phát' }).click()
    const editor = page.getByRole('group', { name: 'Giờ không phát' })
    await editor.getByLabel('Từ: Giờ').fill('22')
    await editor.getByLabel('Đến: Giờ').fill('05')
    await editor.getByText(/hẹp hơn quy định của Tỉnh Đắk Lắk \(khoản 1 Điều 6\)/).waitFor()
    expect(await editor.getByRole('button', { name: 'Ban hành', exact: true }).isEnabled()).toBe(false)
  })
})
