import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { requireProgram } from '../../tests/harness/requirement.ts'
import { hashDeviceSecret, newDeviceSecret, verifyDeviceSecret } from './device-secret.ts'

const passwordProgram = requireProgram('mosquitto_passwd')

describe('the secret of a device', () => {
  it('is 256 bits, never twice the same, and fits the claim of the contract', () => {
    const secrets = Array.from({ length: 100 }, newDeviceSecret)
    expect(new Set(secrets).size).toBe(100)
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/)
  })

  it('is proven by its hash, and nothing else is', () => {
    const secret = newDeviceSecret()
    const hash = hashDeviceSecret(secret)
    expect(hashDeviceSecret(secret)).not.toBe(hash)
    expect(verifyDeviceSecret(secret, hash)).toBe(true)
    for (const wrong of ['', `${secret} `, newDeviceSecret()]) expect(verifyDeviceSecret(wrong, hash)).toBe(false)
  })

  it.each(['', 'plain', '$6$x$y', '$7$0$AAAA$AAAA', '$7$1$AAAA$AAAA', '$7$1$$', '$7$9999999999$AAAA$AAAA'])(
    'the hash %j proves nothing',
    hash => expect(verifyDeviceSecret('', hash)).toBe(false),
  )

  it.skipIf(!passwordProgram)('has the form of a hash by mosquitto_passwd', () => {
    const folder = temporaryFolder('passwords')
    const file = join(folder, 'passwords')
    execFileSync(passwordProgram ?? '', ['-c', '-b', file, 'server', 'mật khẩu'])
    const hash = readFileSync(file, 'utf8').trim().split(':')[1] ?? ''
    rmSync(folder, { recursive: true })
    expect(verifyDeviceSecret('mật khẩu', hash)).toBe(true)
    expect(verifyDeviceSecret('mat khau', hash)).toBe(false)
  })
})
