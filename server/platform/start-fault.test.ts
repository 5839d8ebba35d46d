import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openPlatform } from './platform.ts'
import { readConfig } from './config.ts'
import { databaseFaultOf, StartFault, startFaultOf } from './start-fault.ts'
import { freePort } from '../../tests/harness/free-port.ts'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'

const failed = (facts: object) => Object.assign(new Error('failed'), facts)
const url = 'postgres://nguon:mat-khau@db.tinh.gov.vn:5432/nguon'

describe('R4 what keeps a program from starting is one sentence in both languages', () => {
  it.each([
    [{ syscall: 'listen', code: 'EADDRINUSE', port: 8080 }, /Cổng 8080 đang được chương trình khác dùng.*Port 8080/],
    [{ syscall: 'listen', code: 'EACCES', port: 80 }, /Không mở được cổng 80.*Port 80/],
    [{ syscall: 'mkdir', code: 'EACCES', path: '/var/lib/nguon' }, /Không ghi được vào \/var\/lib\/nguon/],
  ])('%j', (facts, sentence) => {
    expect(startFaultOf(failed(facts))?.message).toMatch(sentence)
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000', '42501', '58P01'])('PostgreSQL: %s', code => {
    const told = databaseFaultOf(failed({ code }), url)?.message
    expect(told).toMatch(/^[^\n]*PostgreSQL ở db\.tinh\.gov\.vn:5432\/nguon[^\n]+\)$/)
    expect(told).not.toContain('mat-khau')
  })

  it('a bug is none', () => {
    expect(startFaultOf(new TypeError('x is undefined'))).toBe(null)
    expect(startFaultOf('x')).toBe(null)
    expect(databaseFaultOf(failed({ code: '42601' }), url)).toBe(null)
  })

  it('a PostgreSQL that is not there', async () => {
    const config = readConfig({
      NGUON_DATA: temporaryFolder('start'),
      NGUON_DATABASE_URL: `postgres://nguon:x@127.0.0.1:${await freePort()}/nguon`,
      NGUON_SECRET_KEY: randomBytes(32).toString('base64'),
      NGUON_LOG_LEVEL: 'silent',
    })
    await expect(openPlatform(config)).rejects.toThrow(StartFault)
  })
})
