import { dumpText } from '@nguon/tests/dump-text'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse } from '@nguon/tests/house'
import { oneTimeCode } from '@nguon/tests/one-time-code'
import { expect, it } from 'vitest'

const password = 'một câu dễ nhớ của tôi'

describeOnEitherDatabase('whoever holds a dump of the database', open => {
  it('reads no password, second factor, recovery code, session cookie, link, claim code, device secret or signing key', async () => {
    const house = await openTestHouse({ database: await open() })
    const administrator = await house.person('administrator', '24343')
    const technician = await house.person('technician', '24343')
    const { accountId, userName } = await house.newAccount('24343', ['author'])

    const invited = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`, {})
    const token = new URL(invited.body.path, house.url).searchParams.get('ma') ?? ''
    const member = house.visitor()
    await member.call('POST', '/auth/invitation', { token, password })
    await administrator.call('POST', `/accounts/${accountId}/invite`, {})
    const begun = await member.call<{ secret: string; recoveryCodes: string[] }>('POST', '/auth/second-factor/begin', {
      password,
    })
    const code = oneTimeCode(begun.body.secret)
    expect((await member.call('POST', '/auth/second-factor/give', { code })).status).toBe(200)

    const device = { unitId: house.units['24343'], villageId: null, name: 'Cụm loa 1', households: 10 }
    const waiting = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
      ...device,
      idempotencyKey: 'cum-loa-1-lan-dau',
    })
    expect(waiting.status).toBe(200)
    const second = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
      ...device,
      name: 'Cụm loa 2',
    })
    const claimed = await house
      .visitor()
      .call<{ secret: string }>('POST', '/devices/claim', { code: second.body.claim.code, model: 'thử', firmware: '1' })
    expect(claimed.status).toBe(200)

    const cookies = [...member.cookies.values()].map(value => decodeURIComponent(value))
    const dump = await dumpText(house.db)
    expect(dump).toContain(userName)
    const secrets = [
      password,
      token,
      begun.body.secret,
      ...begun.body.recoveryCodes.flatMap(written => [written, written.replace('-', '')]),
      ...cookies,
      waiting.body.claim.code,
      claimed.body.secret,
    ]
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(9)
      expect(dump.includes(secret), secret).toBe(false)
    }
    expect(dump).not.toMatch(/"d": ?"/)
    await house.close()
  })
})
