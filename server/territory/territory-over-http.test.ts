import { unitFileLimit } from '@nguon/contract/territory'
import type { AccountId, Actor, Role, UnitId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { openHttp } from '@nguon/server/web'
import { freshPglite } from '@nguon/tests/databases'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importUnits } from './import-units.ts'
import { openTerritory } from './open-territory.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const base64 = (text: string) => Buffer.from(text).toString('base64')
const table = 'Mã;Tên;Mã cấp trên\n66;Tỉnh Đắk Lắk;\n24343;Xã Krông Năng;66\n24346;Xã Dliê Ya;66\n'

describe('the territory over HTTP', () => {
  const database = freshPglite()
  let app: FastifyInstance
  let actor: Actor | null = null
  let ids: Record<string, UnitId> = {}

  const actAs = (role: Role, ...codes: readonly string[]) => {
    const unitPath = codes.map(code => ids[code] ?? ('' as UnitId))
    const grants = [{ role, unitPath, deputyFor: null }]
    actor = { accountId: 'a'.repeat(26) as AccountId, name: 'Hoàng Quốc Việt', grants, secondFactorAt: null }
  }
  const call = async (method: 'GET' | 'POST', url: string, body?: object, language = 'vi') => {
    const answer = await app.inject({
      method,
      url: `/api${url}`,
      headers: { 'accept-language': language },
      ...(body ? { payload: body } : {}),
    })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }

  beforeAll(async () => {
    const { db } = await database
    const { rows } = await importUnits(
      { db, clock },
      { actor: null, language: 'vi', address: null },
      { file: base64(table), legalAct: null, dryRun: false },
    )
    ids = Object.fromEntries(rows.map(row => [row.code, row.unitId]))
    const { router, bodyLimits } = openTerritory({ db, clock })
    const identify = () => Promise.resolve({ actor, deviceId: null })
    const log = pino({ level: 'silent' })
    const parts = {
      log,
      router,
      identify,
      health: [],
      metrics: new Registry(),
      metricsToken: null,
      mount: [],
      bodyLimits,
    }
    app = await openHttp(parts)
  })

  afterAll(async () => {
    await app.close()
    await (await database).close()
  })

  it('is closed to those without a session and without the role', async () => {
    actor = null
    expect(await call('GET', '/territory/tree')).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })
    actAs('author', '66', '24343')
    expect(await call('POST', '/territory/import', { file: '', dryRun: true })).toMatchObject({ status: 403 })
    expect(await call('GET', `/territory/units/${ids['24346']}`)).toMatchObject({ status: 403 })
  })

  it('gives the tree, one unit and what is searched for', async () => {
    actAs('author', '66', '24343')
    const tree = await call('GET', '/territory/tree')
    expect(tree.body).toMatchObject({ day: '2026-11-21', units: [{ code: '24343' }], above: [{ name: 'Đắk Lắk' }] })
    const unit = await call('GET', `/territory/units/${ids['24343']}`)
    expect(unit.body).toMatchObject({ fullName: 'Xã Krông Năng, tỉnh Đắk Lắk', revision: 1, successions: [] })
    const found = await call('GET', '/territory/units?text=krong&limit=5')
    expect(found.body).toMatchObject({ units: [{ code: '24343' }], more: false })
  })

  it('words a refusal in the language of the caller', async () => {
    actAs('administrator', '66')
    const taken = { parentId: ids['66'], level: 'commune', kind: 'xã', name: 'Khác', code: '2434' }
    expect(await call('POST', '/territory/units', taken)).toMatchObject({
      status: 422,
      body: { code: 'CODE_UNREADABLE', title: expect.stringContaining('không đúng mẫu'), data: { field: 'code' } },
    })
    expect(await call('POST', '/territory/units', taken, 'en')).toMatchObject({
      body: { title: expect.stringContaining('has no known form') },
    })
  })

  it('T3: takes a file of five megabytes and refuses a larger body', async () => {
    actAs('administrator', '66')
    const filler = `24343;Xã Krông Năng;66;${'x'.repeat(90_000)}\n`
    const large = `Mã;Tên;Mã cấp trên;Ghi chú\n${filler.repeat(Math.floor(unitFileLimit / filler.length) - 1)}`
    const tried = await call('POST', '/territory/import', { file: base64(large), dryRun: true })
    expect(tried).toMatchObject({ status: 200, body: { committed: false, ignoredColumns: ['Ghi chú'] } })
    const over = await call('POST', '/territory/import', { file: base64(large + large), dryRun: true })
    expect(over).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } })
    const elsewhere = await call('POST', '/territory/units', { name: large })
    expect(elsewhere).toMatchObject({ status: 413 })
  })

  it('answers no input with a fault of its own, however strange its text and days', async () => {
    actAs('administrator', '66')
    const strange = [
      '\u0000',
      'a\u0000b',
      '\ud800',
      'x\udfff',
      '%',
      '\\',
      "'; --",
      '＝',
      '\u202e',
      '0000-01-01',
      '9999-12-31',
    ]
    const unitId = ids['24343']
    for (const text of strange) {
      const legalAct = { number: text, date: text, issuer: text }
      const act = { number: text, date: '2026-01-01', issuer: text }
      const unit = { parentId: unitId, level: 'village', kind: text, name: text, code: text }
      const file = base64(`Mã;Tên;Mã cấp trên;Loại;Cấp\n${text};${text};${text};${text};${text}\n`)
      const answers = [
        await call('GET', `/territory/tree?day=${encodeURIComponent(text.toWellFormed())}`),
        await call('GET', `/territory/units?text=${encodeURIComponent(text.toWellFormed())}`),
        await call('GET', `/territory/units/${encodeURIComponent(text.toWellFormed())}`),
        await call('POST', '/territory/units', { ...unit, legalAct }),
        await call('POST', '/territory/units', { ...unit, kind: 'thôn', code: null, legalAct: act }),
        await call('POST', '/territory/units', { ...unit, kind: 'thôn', code: null, validFrom: text }),
        await call('POST', `/territory/units/${unitId}/rename`, {
          revision: 1,
          kind: 'xã',
          name: text,
          validFrom: text,
          legalAct: act,
        }),
        await call('POST', '/territory/import', { file, dryRun: false, day: text }),
        await call('POST', '/territory/import', { file, dryRun: false, legalAct: act }),
        await call('POST', '/territory/import', { file: text, dryRun: false }),
      ]
      expect([text, answers.filter(answer => answer.status >= 500)]).toEqual([text, []])
    }
  })

  it('describes itself in OpenAPI', async () => {
    const { body } = await call('GET', '/openapi.json')
    expect(Object.keys(body['paths'] as object)).toContain('/territory/units/{unitId}/rename')
  })
})
