import { chromiumPath, screens } from '@nguon/tests/browser'
import type { Person } from '@nguon/tests/house'
import { oneTimeCode } from '@nguon/tests/one-time-code'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { type BulletinAnswer, consoleHouse, patience } from './console-house.ts'

const workplace = consoleHouse(['--autoplay-policy=no-user-gesture-required'])
const password = 'suối đá mùa khô cạn'

/** A bulletin of the commune that waits for its approver, with its sound ready. */
async function submitted(author: Person, title: string, more: object = {}): Promise<BulletinAnswer> {
  const { house } = workplace
  const content = { ...more, texts: [{ title, body: 'Kính mời bà con họp.' }] }
  const { body } = await author.call<BulletinAnswer>('POST', '/bulletins', { unitId: house.units['24343'], content })
  await author.call('POST', `/bulletins/${body.id}/submit`, { version: body.version })
  await voiced(author, body.id)
  return body
}

async function voiced(author: Person, id: string): Promise<void> {
  const states = async () => {
    const { body } = await author.call<{ renditions: { state: string }[] }>('GET', `/bulletins/${id}/renditions`)
    return body.renditions.map(({ state }) => state)
  }
  await expect.poll(states, { ...patience, interval: 100 }).toEqual(['ready'])
}

const stateOf = async (person: Person, id: string) =>
  (await person.call<BulletinAnswer>('GET', `/bulletins/${id}`)).body.state

it.skipIf(!chromiumPath)(
  'T6: a sound made anew meanwhile is not approved unheard, and nothing typed is lost',
  async () => {
    const { house } = workplace
    const author = await house.person('author', '24343')
    const administrator = await house.person('administrator', '24343')
    const bulletin = await submitted(author, 'Họp thôn')
    const phone = await workplace.open(await house.person('approver', '24343'), `/duyet/${bulletin.id}`, screens.phone)
    await phone.getByRole('button', { name: 'Duyệt', exact: true }).click()
    const decision = phone.getByRole('dialog')
    await decision.getByLabel('Ghi chú (không bắt buộc)').fill('Phát cả buổi chiều.')

    const words = { unitId: house.units['24343'], written: 'bà con', spoken: 'toàn thể bà con nhân dân' }
    expect((await administrator.call('POST', '/voice/dictionary', words)).status).toBe(201)
    await author.call('POST', `/bulletins/${bulletin.id}/render`, { version: bulletin.version })
    await voiced(author, bulletin.id)

    await decision.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await decision.getByText('vừa được tạo lại sau khi anh/chị nghe').waitFor()
    expect(await stateOf(author, bulletin.id)).toBe('submitted')
    await expect
      .poll(() => decision.getByRole('button', { name: 'Duyệt', exact: true }).isDisabled(), patience)
      .toBe(true)
    await decision.getByRole('button', { name: 'Thôi' }).click()
    await phone.getByText('Hãy nghe lại rồi duyệt.').waitFor()

    await phone.getByRole('button', { name: /^Nghe:/ }).click()
    await expect
      .poll(() => phone.getByRole('button', { name: 'Duyệt', exact: true }).isDisabled(), patience)
      .toBe(false)
    await phone.getByRole('button', { name: 'Duyệt', exact: true }).click()
    expect(await decision.getByLabel('Ghi chú (không bắt buộc)').inputValue()).toBe('Phát cả buổi chiều.')
    await decision.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await phone.getByText('Đã duyệt và phát hành.').waitFor()
    expect(await stateOf(author, bulletin.id)).toBe('published')
  },
)

it.skipIf(!chromiumPath)('T6: a priority bulletin asks the approver for the code of the telephone', async () => {
  const { house } = workplace
  const administrator = await house.person('administrator', '24343')
  const { accountId } = await house.newAccount('24343', ['approver'])
  const { body: link } = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`)
  const approver = house.visitor()
  const token = new URL(link.path, house.url).searchParams.get('ma')
  expect((await approver.call('POST', '/auth/invitation', { token, password })).status).toBe(200)
  const { body: factor } = await approver.call<{ secret: string }>('POST', '/auth/second-factor/begin', { password })
  await approver.call('POST', '/auth/second-factor/give', { code: oneTimeCode(factor.secret) })
  // As if that had been yesterday: a code is taken once, and vouches for half a day.
  await sql`UPDATE identity.second_factor SET last_code = NULL WHERE account_id = ${accountId}`.execute(house.db)
  const yesterday = new Date(house.clock.now() - 86_400_000)
  await sql`UPDATE identity.session SET second_factor_at = ${yesterday} WHERE account_id = ${accountId}`.execute(
    house.db,
  )

  const author = await house.person('author', '24343')
  const bulletin = await submitted(author, 'Cấm đường khẩn', { class: 'priority' })
  const phone = await workplace.open({ ...approver, accountId }, `/duyet/${bulletin.id}`, screens.phone)
  await phone.getByRole('button', { name: 'Duyệt', exact: true }).click()
  const decision = phone.getByRole('dialog')
  await decision.getByText('Tin ở mức này cần mã xác thực trên điện thoại.').waitFor()
  expect(await decision.getByRole('button', { name: 'Duyệt', exact: true }).isDisabled()).toBe(true)
  await decision.getByLabel('Mã xác thực').fill(oneTimeCode(factor.secret))
  await decision.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await phone.getByText('Đã duyệt và phát hành.').waitFor()
  expect(await stateOf(author, bulletin.id)).toBe('published')
})

it.skipIf(!chromiumPath)(
  'C2: a signed sheet is photographed and entered by someone other than the author',
  async () => {
    const { house } = workplace
    const author = await house.person('author', '24343')
    const bulletin = await submitted(author, 'Lịch cắt điện')
    const phone = await workplace.open(
      await house.person('approver', '24343'),
      `/duyet/${bulletin.id}/giay`,
      screens.phone,
    )
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'phieu.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') })
    await phone.getByAltText('Đã có ảnh phiếu').waitFor()
    await phone.getByLabel(/^Người ký\s*\*?$/).fill('Phạm Văn Bình')
    await phone.getByLabel('Chức vụ người ký').fill('Chủ tịch UBND xã')
    await phone.getByRole('button', { name: 'Ghi nhận duyệt giấy' }).click()
    await phone.getByText('Đã duyệt và phát hành.').waitFor()
    await phone.getByText(/Phạm Văn Bình/).waitFor()
    expect(await stateOf(author, bulletin.id)).toBe('published')
    await phone.goto('/lam-viec/duyet/quyet-dinh?cach=giay')
    await phone.getByRole('link', { name: 'Lịch cắt điện' }).waitFor()
    await phone.getByText(/trong đó 1 tin duyệt giấy/).waitFor()
  },
)
