import { rmSync } from 'node:fs'
import { addDays, type Day } from '@nguon/domain/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { chromiumPath, screens } from '@nguon/tests/browser'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { afterAll, expect, it } from 'vitest'
import { freshFolder, type RunningSpeaker, runSpeaker } from '../../speaker/test-peer/run-speaker.ts'
import { consoleHouse, patience } from './console-house.ts'

const workplace = consoleHouse()
const folder = freshFolder()
let speaker: RunningSpeaker | undefined
afterAll(async () => {
  await speaker?.kill()
  rmSync(folder, { recursive: true, force: true })
})

it.skipIf(!chromiumPath)(
  'L1 S1 a loudspeaker is registered, claims itself, comes online, joins a group; a slot on the group is previewed, saved, cancelled and taken back; it moves to another commune',
  async () => {
    const { house } = workplace
    const technician = await house.person('technician', '24343')
    const desk = await workplace.open(technician, '/cum-loa/moi', screens.laptop)
    await desk.getByRole('textbox', { name: /^Tên/ }).fill('Cụm loa Chợ trung tâm')
    await desk.getByRole('button', { name: 'Đăng ký và lấy mã' }).click()
    const code = await desk
      .getByRole('status')
      .filter({ hasText: /^[A-Z0-9-]{8,}$/ })
      .innerText()
    const mqtt = `${house.url.replace(/^http/, 'ws')}/mqtt`
    speaker = runSpeaker(folder, ['--server', house.url, '--mqtt', mqtt, '--claim', code])
    await speaker.heard(({ event }) => event === 'ready')
    await desk.goto('/lam-viec/cum-loa')
    await desk.getByRole('link', { name: 'Cụm loa Chợ trung tâm' }).waitFor()
    const row = desk.getByRole('listitem').filter({ hasText: 'Cụm loa Chợ trung tâm' })
    await expect.poll(() => row.innerText(), { timeout: 60_000 }).toContain('Đang kết nối')

    const operator = await house.person('operator', '24343')
    const page = await workplace.open(operator, '/cum-loa', screens.laptop)
    await page.getByRole('link', { name: 'Nhóm cụm loa' }).click()
    await page.getByText('Chưa có nhóm cụm loa nào').waitFor()
    await page.getByRole('link', { name: 'Tạo nhóm' }).first().click()
    await page.getByRole('textbox', { name: /^Tên nhóm/ }).fill('Các chợ')
    await page.getByLabel('Tìm cụm loa theo tên hoặc thôn').fill('cho trung')
    await page.getByRole('checkbox', { name: 'Cụm loa Chợ trung tâm' }).check()
    await page.getByRole('button', { name: 'Lưu nhóm (1 cụm loa)' }).click()
    await page.getByRole('link', { name: 'Các chợ' }).waitFor()

    const bulletinId = await approvedBulletin(house, '24343')
    await page.goto(`/lam-viec/lich-phat/moi?tin=${bulletinId}`)
    await page.getByRole('radio', { name: 'Chọn thôn, nhóm hoặc từng cụm loa' }).check()
    await page.getByLabel('Nhóm cụm loa').and(page.locator('input')).first().click()
    await page.getByRole('option', { name: 'Các chợ (1 cụm)' }).click()
    await page.keyboard.press('Escape')
    await page.getByText(/^Sẽ phát lúc 05:30 .* · 1 cụm loa · khoảng 0 hộ · /).waitFor()
    await page.getByRole('button', { name: 'Lưu lịch phát' }).click()
    await page.getByText('Đã lưu lịch phát.').waitFor()
    await page.getByText('Phát đủ').waitFor()
    await page.waitForURL(/\/lich-phat\/[0-9a-z]{26}$/)
    const slotAddress = page.url()

    // A group that is used stays, and the refusal says by what.
    await page.goto('/lam-viec/cum-loa/nhom')
    await page.getByRole('link', { name: 'Các chợ' }).click()
    await page.getByRole('button', { name: 'Xóa nhóm' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa nhóm' }).click()
    await page.getByRole('dialog').getByText('còn được dùng trong lịch phát “Lịch cắt điện”').waitFor()

    await page.goto(slotAddress)
    await page.getByRole('button', { name: 'Hủy lịch này' }).click()
    await page.getByRole('dialog').getByLabel('Lý do').fill('Hoãn phiên chợ')
    await page.getByRole('dialog').getByRole('button', { name: 'Hủy lịch phát' }).click()
    await page.getByText('Đã hủy lịch phát.').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Lịch phát đã được khôi phục.').waitFor()
    await page.getByText('Phát đủ').waitFor()

    await desk.getByRole('link', { name: 'Cụm loa Chợ trung tâm' }).click()
    await desk.getByLabel('Buổi phát').and(desk.locator('input')).click()
    await desk.getByRole('option', { name: /05:30 ngày mai · Lịch cắt điện/ }).click()
    await desk.getByText(/^Lịch này có phát, từ 05:30/).waitFor()

    // It goes to the neighbouring commune: what follows is shown first, then whether the loudspeaker knows.
    const keeper = await house.person('technician', '66')
    const map = await workplace.open(keeper, new URL(desk.url()).pathname.replace('/lam-viec', ''), screens.phone)
    await map.getByRole('button', { name: 'Chuyển sang xã khác' }).click()
    const dialog = map.getByRole('dialog')
    await dialog.getByLabel('Xã, phường nhận').and(map.locator('input')).click()
    await map.getByRole('option', { name: 'Xã Dliê Ya' }).click()
    await dialog.getByText('Loa ra khỏi nhóm: “Các chợ”.').waitFor()
    await dialog.getByText('1 lần phát đã định của Xã Krông Năng sẽ không phát tại đây nữa.').waitFor()
    await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click()
    const moves = map.getByRole('list', { name: 'Chuyển đơn vị' })
    await moves.getByText('Xã Krông Năng → Xã Dliê Ya').waitFor()
    await expect.poll(() => moves.innerText(), { timeout: 60_000 }).toMatch(/Đã nhận lúc \d\d:\d\d/)

    const administrator = await house.person('administrator', '66')
    const unit = await workplace.open(administrator, `/dia-ban/${house.units['24346']}`, screens.laptop)
    await unit.getByRole('button', { name: 'Thay đổi' }).click()
    await unit.getByRole('menuitem', { name: 'Chuyển hết cụm loa đi' }).click()
    const away = unit.getByRole('dialog')
    await away.getByLabel('Xã, phường nhận').and(unit.locator('input')).click()
    await unit.getByRole('option', { name: 'Xã Krông Năng' }).click()
    await away.getByText('1 cụm loa được chuyển.').waitFor()
    await away.getByRole('button', { name: 'Chuyển', exact: true }).click()
    await unit.getByText('Đã ra quyết định chuyển 1 cụm loa.').waitFor()
  },
)

it.skipIf(!chromiumPath)(
  'P3.3 two priority bulletins at one time: the commune sees who goes first and why, chooses in two taps, and changes its mind',
  async () => {
    const { house } = workplace
    await claimedDevice(house, '24343')
    const tomorrow = addDays(house.clock.today(), 1)
    const put = async (unit: '66' | '24343', title: string, day: Day) => {
      const who = await house.person('operator', unit)
      const answer = await who.call('POST', '/slots', {
        unitId: house.units[unit],
        bulletinIds: [await approvedBulletin(house, unit, 'priority')],
        title,
        class: 'priority',
        recurrence: { kind: 'once', day },
        timeOfDay: '17:00',
        target: { units: [house.units[unit]], groups: [], devices: [] },
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    }
    await put('66', 'Bản tin của tỉnh', tomorrow)
    await put('24343', 'Bản tin của xã', tomorrow)
    const operator = await house.person('operator', '24343')
    const page = await workplace.open(operator, `/lich-phat?ngay=${tomorrow}`, screens.phone)
    const panel = page.locator('section').filter({ hasText: 'Hai bản tin ưu tiên trùng giờ: chọn tin phát trước' })
    await panel.getByText(/“Bản tin của tỉnh” phát trước “Bản tin của xã” vì thuộc cấp cao hơn\./).waitFor()
    for (const title of ['Bản tin của xã', 'Bản tin của tỉnh']) {
      await panel.getByRole('button', { name: `“${title}” phát trước` }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Chọn thứ tự này' }).click()
      await page.getByText(`Đã chọn “${title}” phát trước.`).waitFor()
      await expect.poll(() => panel.innerText(), patience).toContain('Đơn vị đã chọn')
      await expect
        .poll(() => panel.innerText(), patience)
        .toMatch(new RegExp(`“${title}” phát trước “[^”]*” vì đơn vị đã quyết định thứ tự như vậy`))
    }
  },
)
