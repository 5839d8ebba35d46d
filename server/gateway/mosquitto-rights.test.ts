import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { DeviceId } from '@nguon/domain/platform'
import { afterEach, describe, expect, it } from 'vitest'
import { deviceOf } from '../../tests/harness/fleet.ts'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { hashDeviceSecret } from '@nguon/server/claims'
import { mosquittoConfiguration, mosquittoFiles, writeMosquittoRights } from './mosquitto-rights.ts'

const folder = temporaryFolder('rights')
const files = mosquittoFiles(folder)
const secretHash = hashDeviceSecret('x')
const server = { name: 'server', secretHash }
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe("Mosquitto's files", () => {
  it('name every device and the server, and are for the eyes of their owner and group', async () => {
    await writeMosquittoRights({ folder, server, devices: [{ deviceId: deviceOf(1), secretHash }] })
    expect(readFileSync(files.passwords, 'utf8')).toBe(`server:${secretHash}\n${deviceOf(1)}:${secretHash}\n`)
    expect(readFileSync(files.rights, 'utf8')).toContain('pattern write d/%u/up\n')
    expect(readdirSync(folder).sort()).toEqual(['passwords', 'rights'])
    expect(statSync(files.passwords).mode & 0o777).toBe(0o640)
  })

  it.each([
    ['a line break in a name', 'a\nadmin', secretHash],
    ['a colon in a name', 'a:b', secretHash],
    ['a line break in a hash', deviceOf(1), `${secretHash}\nadmin:${secretHash}`],
    ['a secret that is not hashed', deviceOf(1), 'secret'],
  ])('%s is refused and the old files stay', async (_case, name, secretHash) => {
    await writeMosquittoRights({ folder, server, devices: [] })
    const before = readFileSync(files.passwords, 'utf8')
    const devices = [{ deviceId: name as DeviceId, secretHash }]
    await expect(writeMosquittoRights({ folder, server, devices })).rejects.toThrow(/not an account/)
    expect(readFileSync(files.passwords, 'utf8')).toBe(before)
  })

  it('the configuration gives TLS to devices and boards, and any client id only to the server', () => {
    const text = mosquittoConfiguration(files, {
      server: { host: '127.0.0.1', port: 1884 },
      devices: { port: 8883 },
      webSocket: { port: 9001 },
      tls: { certificate: '/tls/c.pem', key: '/tls/k.pem' },
    })
    const listeners = text.split(/^(?=listener )/m).slice(1)
    expect(listeners.map(listener => listener.split('\n')[0])).toEqual([
      'listener 1884 127.0.0.1',
      'listener 8883',
      'listener 9001',
    ])
    expect(listeners.map(listener => listener.includes('certfile /tls/c.pem'))).toEqual([false, true, true])
    expect(listeners.map(listener => listener.includes('use_username_as_clientid'))).toEqual([false, true, true])
  })
})
