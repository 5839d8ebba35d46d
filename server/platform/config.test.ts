import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.problems
    throw error
  }
}

describe('the settings', () => {
  it('need nothing', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', databaseUrl: null, mqtt: { kind: 'embedded' } })
  })

  it('name every wrong variable at once', () => {
    const problems = problemsOf({
      NGUON_PORT: 'many',
      NGUON_DATABASE_URL: 'mysql://x',
      NGUON_ZONE: 'Hanoi',
      NGUON_NEW: '1',
    })
    for (const name of ['NGUON_PORT', 'NGUON_DATABASE_URL', 'NGUON_ZONE', 'NGUON_NEW']) {
      expect(problems.some(problem => problem.startsWith(name))).toBe(true)
    }
    expect(problems).toHaveLength(5)
  })

  it.each([
    [{}, /^NGUON_SECRET_KEY_FILE: .*openssl rand/],
    [{ NGUON_SECRET_KEY: 'mat-khau' }, /^NGUON_SECRET_KEY: must be at least 32 random bytes/],
    [{ NGUON_SECRET_KEY: '0'.repeat(64) }, /^NGUON_SECRET_KEY: must be/],
    [{ NGUON_SECRET_KEY: 'x', NGUON_SECRET_KEY_FILE: 'y' }, /give one of them/],
    [{ NGUON_SECRET_KEY: randomBytes(32).toString('base64') }, null],
    [{ NGUON_SECRET_KEY: randomBytes(32).toString('hex') }, null],
    [{ NGUON_SECRET_KEY_FILE: '/run/credentials/nguon.key' }, null],
  ])('let no PostgreSQL be used without a key for the secrets: %j', (variables, problem) => {
    const [found, ...more] = problemsOf({ NGUON_DATABASE_URL: 'postgres://nguon@localhost/nguon', ...variables })
    expect(more).toEqual([])
    if (problem) expect(found).toMatch(problem)
    else expect(found).toBeUndefined()
  })

  it.each([
    ['https://tiles.daklak.example/{z}/{x}/{y}.png', true],
    ['http://[::1]:8080/{z}/{x}/{y}.png?style=plain', true],
    // The pages may ask one host, and `{s}` stands for several.
    ['https://{s}.tile.example/{z}/{x}/{y}.png', false],
    ['https://tiles.example;script-src/{z}/{x}/{y}.png', false],
    ['https://tiles.example/{z}/{x}.png', false],
    ['file:///{z}/{x}/{y}.png', false],
  ])('the map takes its pictures from %s: %s', (address, taken) =>
    expect(problemsOf({ NGUON_MAP_TILES: address })).toHaveLength(taken ? 0 : 1),
  )

  it.each([
    [{ NGUON_MQTT_USERNAME: 'nguon' }, ['NGUON_MQTT_USERNAME: is of use only with NGUON_MQTT_URL']],
    [{ NGUON_MQTT_DEVICES_URL: 'mqtts://x' }, ['NGUON_MQTT_DEVICES_URL: is of use only with NGUON_MQTT_URL']],
    [
      { NGUON_MQTT_URL: 'mqtt://x', NGUON_MQTT_ACCOUNTS: '/a' },
      ['NGUON_MQTT_ACCOUNTS: is of use only with NGUON_MQTT_USERNAME and NGUON_MQTT_PASSWORD'],
    ],
    [{ NGUON_MQTT_RELOAD: '/r' }, ['NGUON_MQTT_RELOAD: is of use only with NGUON_MQTT_ACCOUNTS']],
  ])('say what they lack: %j', (variables, problems) => {
    expect(problemsOf(variables as unknown as Record<string, string>)).toEqual(problems)
  })

  it.each([
    [{ NGUON_HOST: '0.0.0.0' }, 1],
    [{ NGUON_HOST: '0.0.0.0', NGUON_BASE_URL: 'http://nguon.daklak.gov.vn' }, 1],
    [{ NGUON_HOST: '0.0.0.0', NGUON_BASE_URL: 'https://nguon.daklak.gov.vn' }, 0],
    [{ NGUON_HOST: '10.0.0.7', NGUON_TLS_CERTIFICATE: 'c.pem', NGUON_TLS_KEY: 'k.pem' }, 0],
    [{ NGUON_TLS_CERTIFICATE: 'c.pem' }, 1],
  ])('let nobody listen to others without TLS: %j', (variables, problems) => {
    expect(problemsOf(variables as Record<string, string>)).toHaveLength(problems)
  })
})
