import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { freePort } from '@nguon/tests/free-port'
import { runProgram } from '@nguon/tests/run-program'
import { describe, expect, it, onTestFinished } from 'vitest'
import { demo, ownFolder } from './demo.ts'

const sentence = /^[^\n]+\.? \([^\n]+\)\n$/

/** A port another program has. */
async function takenPort(): Promise<number> {
  const port = await freePort()
  const holder = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void holder.close())
  return port
}

const settings = () => ({ NGUON_DATA: join(ownFolder(), 'data'), NGUON_PORT: '0', NGUON_MQTT_PORT: '0' })

describe('R4 what cannot start says why in one sentence, in both languages', () => {
  it.each([
    ['a taken port', async () => ({ NGUON_PORT: String(await takenPort()) }), /^Cổng \d+ đang được/],
    ['a taken port of the broker', async () => ({ NGUON_MQTT_PORT: String(await takenPort()) }), /^Cổng \d+ đang được/],
    [
      'a PostgreSQL that is not there',
      async () => ({
        NGUON_DATABASE_URL: `postgres://nguon:mat-khau@127.0.0.1:${await freePort()}/nguon`,
        NGUON_SECRET_KEY: randomBytes(32).toString('base64'),
      }),
      /^Không kết nối được PostgreSQL ở 127\.0\.0\.1:\d+\/nguon/,
    ],
    ['a folder that cannot be', () => ({ NGUON_DATA: '/dev/null/data' }), /^Không ghi được vào \/dev\/null/],
  ])('npm run serve: %s', async (_, more, words) => {
    const program = runProgram('server/main.ts', [], { ...settings(), NGUON_LOG_LEVEL: 'silent', ...(await more()) })
    onTestFinished(() => program.kill())
    expect(await program.ended, program.stderr()).toBe(1)
    expect(program.stderr()).toMatch(words)
    expect(program.stderr()).toMatch(sentence)
    expect(program.stderr()).not.toContain('mat-khau')
  })

  it('npm run serve: an option it does not have', async () => {
    const program = runProgram('server/main.ts', ['--onze'], settings())
    onTestFinished(() => program.kill())
    expect(await program.ended).toBe(1)
    expect(program.stderr()).toMatch(/^Không có tùy chọn --onze: /)
    expect(program.stderr()).toMatch(sentence)
  })

  it('npm start: a taken port', async () => {
    const program = demo(['--data', ownFolder(), '--port', String(await takenPort())])
    expect(await program.ended, program.stderr()).toBe(2)
    expect(program.stdout()).toMatch(/\nCổng \d+ đang được chương trình khác dùng\.[^\n]+--port 0\.\n$/)
    expect(program.stderr()).toBe('')
    expect(program.anyoneThere()).toBe(false)
  })
})
