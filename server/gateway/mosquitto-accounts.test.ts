import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceId } from '@nguon/domain/platform'
import { hashDeviceSecret, verifyDeviceSecret } from '@nguon/server/claims'
import { afterEach, describe, expect, it } from 'vitest'
import { deviceOf } from '../../tests/harness/fleet.ts'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { mosquittoAccounts } from './mosquitto-accounts.ts'

const folder = temporaryFolder('accounts')
const passwords = join(folder, 'passwords')
const secretHash = hashDeviceSecret('x')
const server = { username: 'server', password: 'Mật khẩu của máy chủ' }
const accounts = mosquittoAccounts({ folder, server, reload: null })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe("Mosquitto's files", () => {
  it('name every device and the server, and are for the eyes of their owner and group', async () => {
    const devices = [2, 1].map(number => ({ deviceId: deviceOf(number), secretHash }))
    expect(await accounts.store(devices)).toBe(true)
    const [first = '', ...others] = readFileSync(passwords, 'utf8').split('\n')
    expect(first.slice(0, 7)).toBe('server:')
    expect(verifyDeviceSecret(server.password, first.slice(7))).toBe(true)
    expect(others).toEqual([`${deviceOf(1)}:${secretHash}`, `${deviceOf(2)}:${secretHash}`, ''])
    expect(readFileSync(join(folder, 'rights'), 'utf8')).toContain('pattern write d/%u/up\n')
    expect(readdirSync(folder).sort()).toEqual(['passwords', 'rights'])
    expect(statSync(passwords).mode & 0o777).toBe(0o640)
  })

  it('stay as they are while nothing changes, whoever writes them', async () => {
    const devices = [{ deviceId: deviceOf(1), secretHash }]
    await accounts.store(devices)
    const after = mosquittoAccounts({ folder, server, reload: null })
    expect(await after.store(devices)).toBe(false)
    const renewed = mosquittoAccounts({ folder, server: { ...server, password: 'khác' }, reload: null })
    expect(await renewed.store(devices)).toBe(true)
    expect(await renewed.store([])).toBe(true)
  })

  it.each([
    ['a line break in a name', 'a\nadmin', secretHash],
    ['a colon in a name', 'a:b', secretHash],
    ['a line break in a hash', deviceOf(1), `${secretHash}\nadmin:${secretHash}`],
    ['a secret that is not hashed', deviceOf(1), 'secret'],
  ])('%s is refused and the old files stay', async (_case, name, secretHash) => {
    await accounts.store([])
    const before = readFileSync(passwords, 'utf8')
    const devices = [{ deviceId: name as DeviceId, secretHash }]
    await expect(accounts.store(devices)).rejects.toThrow(/not an account/)
    expect(readFileSync(passwords, 'utf8')).toBe(before)
  })

  it('are handed to the program that makes Mosquitto read them, and what it cannot do is told', async () => {
    const withProgram = (reload: string) => mosquittoAccounts({ folder, server, reload })
    await accounts.store([])
    await withProgram('/bin/ls').apply()
    await expect(withProgram('/bin/false').apply()).rejects.toThrow('/bin/false')
  })
})

describe('docs/operating/mosquitto.conf', () => {
  const text = readFileSync(new URL('../../docs/operating/mosquitto.conf', import.meta.url), 'utf8')
  const listeners = text.split(/^(?=listener )/m).slice(1)

  it('gives TLS to devices, and any client id only to the server, whom nobody else can be', () => {
    expect(listeners.map(listener => listener.split('\n')[0])).toEqual(['listener 1884 127.0.0.1', 'listener 8883'])
    expect(listeners.map(listener => /^certfile /m.test(listener))).toEqual([false, true])
    expect(listeners.map(listener => /^use_username_as_clientid true$/m.test(listener))).toEqual([false, true])
    expect(text).toMatch(/^allow_anonymous false$/m)
  })
})
