import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { freshPostgresUrl } from '@nguon/tests/databases'
import { freePort } from '@nguon/tests/free-port'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { type RunningProgram, runProgram } from '@nguon/tests/run-program'
import { hasPostgres } from '@nguon/tests/shared-postgres'
import { describe, it, type TestContext, vi } from 'vitest'
import { type Caller, callerAt } from './caller.ts'

const password = 'Nương rẫy sau mưa 2026'
const linkIn = /\?ma=([\w-]+)/
const table = 'Mã;Tên;Mã cấp trên\n66;Tỉnh Đắk Lắk;\n24343;Xã Krông Năng;66\n24343-T01;Thôn 1;24343\n'
const text = { language: 'vi', title: 'Thông báo họp thôn', body: 'Mời bà con họp lúc 19 giờ tối nay.' }

const withinSeconds = (seconds: number) => ({ timeout: seconds * 1000, interval: 200 })

type Settings = Readonly<Record<string, string>>

/** Where the server keeps what must survive. */
const databases: readonly { kind: string; available: boolean; settings(): Promise<Settings> }[] = [
  { kind: 'the embedded database', available: true, settings: () => Promise.resolve({}) },
  {
    kind: 'PostgreSQL',
    available: hasPostgres(),
    settings: async () => ({
      NGUON_DATABASE_URL: await freshPostgresUrl(),
      NGUON_SECRET_KEY: randomBytes(32).toString('base64'),
    }),
  },
]

/** A server with a folder and ports of its own, killed with -9 and started again as often as asked. */
async function openMortalServer(settings: Settings, { onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const folder = temporaryFolder('faults')
  const port = await freePort()
  const environment = {
    NGUON_DATA: join(folder, 'data'),
    NGUON_PORT: String(port),
    NGUON_MQTT_PORT: String(await freePort()),
    NGUON_LOG_LEVEL: 'info',
    ...settings,
  }
  const programs: RunningProgram[] = []
  const run = (program: string, args: readonly string[] = []) => {
    const running = runProgram(program, args, environment)
    programs.push(running)
    return running
  }
  let server = run('server/main.ts')
  onTestFinished(async () => {
    for (const program of programs) await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await server.heard(/"msg":"serving"/)
  return {
    folder,
    url: `http://127.0.0.1:${port}`,
    run,
    server: () => server,
    async killed(): Promise<void> {
      await server.kill()
      server = run('server/main.ts')
      await server.heard(/"msg":"serving"/)
    },
  }
}

type House = Awaited<ReturnType<typeof openMortalServer>>

/** The administrator gives out accounts; each sets a password of its own by the link it was given. */
async function staff(house: House, administrator: Caller, unitId: string, role: string): Promise<Caller> {
  const { invitation } = await administrator.call<{ invitation: { path: string } }>('POST', '/accounts', {
    unitId,
    userName: `canbo.${role.toLowerCase()}`,
    name: `Cán bộ ${role}`,
    roles: [role],
  })
  const person = callerAt(house.url)
  const token = linkIn.exec(invitation.path)?.[1]
  await person.call('POST', '/auth/invitation', { token, password })
  return person
}

async function loudspeaker(house: House, technician: Caller, unitId: string, number: number): Promise<RunningProgram> {
  const { claim } = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
    unitId,
    kind: 'speaker',
    name: `Cụm loa ${number}`,
    villageId: null,
    latitude: null,
    longitude: null,
    households: 100,
    horns: 2,
    wattsPerHorn: 30,
    simCarrier: null,
    simNumber: null,
    note: '',
  })
  const own = join(house.folder, `loa-${number}`)
  const options = ['--folder', own, '--server', house.url, '--sink', `file:${own}/sound`, '--claim', claim.code]
  const program = house.run('speaker/main.ts', options)
  await program.heard(/"event":"ready"/)
  return program
}

/** Confirmed when the server dies: it sounds all the same, once on each loudspeaker. */
async function emergency(
  house: House,
  given: { unitId: string; writer: Caller; approver: Caller; speakers: readonly RunningProgram[] },
  { expect }: TestContext,
): Promise<void> {
  const { unitId, writer, approver, speakers } = given
  const words = { hazard: 'flood', headline: 'Nước lũ lên nhanh', body: 'Bà con đến nhà văn hóa.', rounds: 1 }
  const draft = await writer.call<{ id: string; version: number }>('POST', '/emergencies', {
    unitId,
    ...words,
    area: { unitIds: [unitId] },
  })
  const path = `/emergencies/${draft.id}`
  const asked = await writer.call<{ version: number }>('POST', `${path}/request`, {
    type: 'emergency',
    version: draft.version,
  })
  await vi.waitFor(async () => {
    expect(await approver.call('GET', path)).toMatchObject({ sound: { state: 'ready' } })
  }, withinSeconds(90))
  await approver.call('POST', `${path}/confirmation`, { type: 'emergency', version: asked.version })
  await house.killed()
  const told = async () =>
    (await writer.call<{ devices: { state: string }[] }>('GET', `${path}/devices`)).devices.map(({ state }) => state)
  await vi.waitFor(async () => expect(await told()).toEqual(['played', 'played']), withinSeconds(90))
  await house.killed()
  expect(await told()).toEqual(['played', 'played'])
  for (const speaker of speakers) {
    expect(speaker.stdout().match(new RegExp(`"event":"playing".*${draft.id}`, 'g'))).toHaveLength(1)
  }
}

async function journey(settings: Settings, context: TestContext): Promise<void> {
  const { expect } = context
  const house = await openMortalServer(settings, context)
  await house.server().heard(/Chưa có tài khoản nào/)
  await house.killed()
  const [, token = ''] = await house.server().heard(linkIn)
  const administrator = callerAt(house.url)
  const province = { code: '66', name: 'Tỉnh Đắk Lắk' }
  const first = { userName: 'quantri.tinh', name: 'Quản trị tỉnh', position: '', password }
  await administrator.call('POST', '/auth/set-up', { token, ...first, rootUnit: province })
  await house.killed()
  expect(house.server().stdout()).not.toMatch(linkIn)
  const file = Buffer.from(table).toString('base64')
  const { rows } = await administrator.call<{ rows: { code: string; unitId: string }[] }>('POST', '/territory/import', {
    file,
    dryRun: false,
  })
  const unitId = rows.find(({ code }) => code === '24343')?.unitId ?? ''
  const technician = await staff(house, administrator, unitId, 'technician')
  const author = await staff(house, administrator, unitId, 'author')
  const approver = await staff(house, administrator, unitId, 'approver')
  const operator = await staff(house, administrator, unitId, 'operator')
  await house.killed()
  const speakers = [await loudspeaker(house, technician, unitId, 1), await loudspeaker(house, technician, unitId, 2)]
  await house.killed()

  // Whoever got no answer asks again with the same key.
  const create = { unitId, content: { texts: [text] }, idempotencyKey: 'soan-ban-tin-nay' }
  const { id, version } = await author.call<{ id: string; version: number }>('POST', '/bulletins', create)
  await house.killed()
  expect(await author.call('POST', '/bulletins', create)).toMatchObject({ id })
  const submitted = await author.call<{ version: number }>('POST', `/bulletins/${id}/submit`, { version })
  await house.killed()
  await vi.waitFor(async () => {
    const { renditions } = await author.call<{ renditions: { state: string }[] }>('GET', `/bulletins/${id}/renditions`)
    expect(renditions).toMatchObject([{ state: 'ready' }])
  }, withinSeconds(90))
  await house.killed()
  await approver.call('POST', `/bulletins/${id}/approve`, { version: submitted.version })
  await house.killed()

  const plannedAt = Math.ceil(Date.now() / 1000 + 75) * 1000
  const local = new Date(plannedAt + 7 * 3_600_000).toISOString()
  await approver.openHours(unitId, plannedAt)
  const slotDraft = {
    unitId,
    bulletinIds: [id],
    class: 'normal',
    recurrence: { kind: 'once', day: local.slice(0, 10) },
    timeOfDay: local.slice(11, 19),
    target: { units: [unitId], groups: [], devices: [] },
    idempotencyKey: 'xep-lich-buoi-nay',
  }
  const { slot } = await operator.call<{ slot: { id: string } }>('POST', '/slots', slotDraft)
  await house.killed()
  expect(await operator.call('POST', '/slots', slotDraft)).toMatchObject({ slot: { id: slot.id } })
  for (const speaker of speakers) await speaker.heard(/"event":"media-ready"/)
  await house.server().kill()
  for (const speaker of speakers) await speaker.heard(/"event":"airing".*"completed"/)
  await house.killed()

  const airings = `/units/${unitId}/airings?slotId=${slot.id}`
  const aired = () => operator.call<{ deviceId: string; result: object }[]>('GET', airings)
  await vi.waitFor(async () => expect(await aired()).toHaveLength(2), withinSeconds(90))
  await house.killed()
  const all = await aired()
  expect(all.map(({ result }) => result)).toEqual([{ kind: 'completed' }, { kind: 'completed' }])
  expect(new Set(all.map(({ deviceId }) => deviceId)).size).toBe(2)
  expect(await operator.call('GET', `/bulletins/${id}/slots`)).toHaveLength(1)
  await emergency(house, { unitId, writer: operator, approver, speakers }, context)
  house.server().signal('SIGTERM')
  expect(await house.server().ended).toBe(0)
  const audit = house.run('server/verify-audit.ts')
  expect(await audit.ended, audit.stderr()).toBe(0)
  expect(audit.stdout()).toMatch(/nguyên vẹn: \d+ dòng/)
}

// Side by side: most of the time both wait, one for a server to come back, the other for the hour.
describe.concurrent('killed with -9 between every two steps', () => {
  for (const { kind, available, settings } of databases) {
    it.skipIf(!available)(`the journey completes, and nothing is doubled, on ${kind}`, async context => {
      await journey(await settings(), context)
    })
  }
})
