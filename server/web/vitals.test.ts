import type { HealthCheck } from '@nguon/server/platform'
import { fastify } from 'fastify'
import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { mountVitals } from './vitals.ts'

const token = 'mot-ma-truy-cap-dai-va-ngau-nhien'
const away = { remoteAddress: '203.0.113.7' }
const proxied = { headers: { 'x-forwarded-for': '203.0.113.7' } }
const withToken = (given: string) => ({ ...away, headers: { authorization: `Bearer ${given}` } })

async function ask(path: string, from: object, metricsToken: string | null, health: readonly HealthCheck[] = []) {
  const app = fastify()
  const metrics = new Registry()
  metrics.setDefaultLabels({ house: 'nguon' })
  mountVitals(app, { health, metrics, metricsToken })
  const answer = await app.inject({ method: 'GET', url: path, ...from })
  await app.close()
  return { status: answer.statusCode, body: answer.body }
}

describe('what the server tells of itself', () => {
  it.each([
    ['this machine', {}, null, 200],
    ['a stranger', away, null, 401],
    ['a stranger behind the proxy of this machine', proxied, null, 401],
    ['a stranger, though a token is set', away, token, 401],
    ['one with the token', withToken(token), token, 200],
    ['one with another token', withToken(`${token}x`), token, 401],
    ['one with a token where none is set', withToken('null'), null, 401],
    ['this machine, with a wrong token', { headers: { authorization: 'Bearer x' } }, token, 401],
  ])('gives figures to %s: %#', async (_who, from, metricsToken, status) => {
    expect((await ask('/metrics', from, metricsToken)).status).toBe(status)
  })

  const broken = { name: 'database', check: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.5:5432')) }

  it('tells strangers only whether it is ready, and those who run it why not', async () => {
    expect(await ask('/readyz', away, null)).toEqual({ status: 200, body: '{"ready":true}' })
    expect(await ask('/readyz', proxied, null, [broken])).toEqual({ status: 503, body: '{"ready":false}' })
    expect((await ask('/readyz', {}, null, [broken])).body).toContain('ECONNREFUSED')
    expect((await ask('/readyz', withToken(token), token, [broken])).body).toContain('ECONNREFUSED')
    expect((await ask('/healthz', away, null)).body).toBe('{"status":"ok"}')
  })
})
