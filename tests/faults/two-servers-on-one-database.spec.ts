import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { topics } from '@nguon/domain/devices'
import { openServer, type Server } from '@nguon/server'
import { verifyAudit } from '@nguon/server/audit'
import { openPlatform, type Platform, readConfig } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { freshPostgresUrl } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { connectDevice, type MqttDevice } from '@nguon/tests/mqtt-device'
import { settled } from '@nguon/tests/settled'
import { hasPostgres } from '@nguon/tests/shared-postgres'
import type { DeviceId } from '@nguon/domain/platform'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const patience = { timeout: 60_000, interval: 100 }
const day = 86_400_000
const tomorrow = new Date(Date.now() + day + 7 * 3_600_000).toISOString().slice(0, 10)

describe.skipIf(!hasPostgres())('two servers on one PostgreSQL', () => {
  const folder = temporaryFolder('two-servers')
  let one: TestHouse
  let other: { readonly platform: Platform; readonly server: Server }
  let device: { readonly deviceId: DeviceId; readonly secret: string; readonly mqttUrl: string }
  let line: MqttDevice

  beforeAll(async () => {
    const settings = {
      NGUON_DATA: folder,
      NGUON_DATABASE_URL: await freshPostgresUrl(),
      NGUON_SECRET_KEY: randomBytes(32).toString('base64'),
      NGUON_PORT: '0',
      NGUON_MQTT_PORT: '0',
      NGUON_LOG_LEVEL: 'silent',
    }
    one = await openTestHouse({ settings })
    const platform = await openPlatform(readConfig(settings))
    other = { platform, server: await openServer(platform) }
    // Registered with the one, claimed with the other, whose broker it is told.
    const technician = await one.person('technician', '24343')
    const wanted = { unitId: one.units['24343'], name: 'Cụm loa Thôn 1' }
    const { body } = await technician.call<{ claim: { code: string } }>('POST', '/devices', wanted)
    const answer = await fetch(new URL('/api/devices/claim', other.server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: body.claim.code, model: 'NGUON-SIM', firmware: '1.0.0' }),
    })
    device = (await answer.json()) as typeof device
    const port = Number(new URL(device.mqttUrl).port)
    line = await connectDevice(port, device.deviceId, device.secret, { subscribe: [topics.lineup(device.deviceId)] })
  })
  afterAll(async () => {
    await line.leave().catch(() => undefined)
    await other.server.close()
    await other.platform.close()
    await one.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const versions = () => line.received.map(({ text }) => (JSON.parse(text) as { version: number }).version)
  const rows = async (text: string) => (await sql.raw<Record<string, unknown>>(text).execute(one.db)).rows

  it('a slot decided at the one is planned once and told to the device at the other', async () => {
    const bulletinId = await approvedBulletin(one, '24343')
    await settled(one)
    await vi.waitUntil(() => versions().length > 0, patience)
    const operator = await one.person('operator', '24343')
    for (const timeOfDay of ['05:30', '06:30', '07:30']) {
      const before = versions().at(-1) ?? 0
      const { status } = await operator.call('POST', '/slots', {
        unitId: one.units['24343'],
        bulletinIds: [bulletinId],
        recurrence: { kind: 'once', day: tomorrow },
        timeOfDay,
        target: { units: [one.units['24343']], groups: [], devices: [] },
      })
      expect(status).toBe(201)
      await vi.waitUntil(() => (versions().at(-1) ?? 0) > before, patience)
    }
    await settled(one)
    const [audience] = await rows('SELECT version FROM lineups.audience')
    await vi.waitUntil(() => versions().at(-1) === audience?.['version'], patience)
    // The empty one of the claim, and one for each slot: nothing was planned twice.
    expect(new Set(versions()).size).toBe(4)
    expect(await rows('SELECT state FROM voice.rendition')).toEqual([{ state: 'ready' }])
  })

  it('what a device says to both is kept once', async () => {
    const at = Date.now()
    const message = { kind: 'refusals', refusals: [{ at, subject: 'lineup', fault: 'older', detail: '' }] }
    const authorization = `Basic ${Buffer.from(`${device.deviceId}:${device.secret}`).toString('base64')}`
    for (const url of [one.url, other.server.url]) {
      const answer = await fetch(new URL('/api/devices/messages', url), {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(message),
      })
      expect(answer.status).toBe(200)
    }
    expect(await rows('SELECT subject, fault FROM devices.refusal')).toEqual([{ subject: 'lineup', fault: 'older' }])
  })

  it('a device retired at the one is cut off at the other', async () => {
    const technician = await one.person('technician', '24343')
    await technician.call('POST', `/devices/${device.deviceId}/retirement`, { reason: 'Hỏng' })
    await line.closed
    const port = Number(new URL(device.mqttUrl).port)
    await expect(connectDevice(port, device.deviceId, device.secret)).rejects.toThrow(/refused|authorized/i)
  })

  it('the audit chain is one, sealed by whichever comes first', async () => {
    const unsealed = async () =>
      (await rows('SELECT id FROM audit.line WHERE id NOT IN (SELECT line_id FROM audit.seal)')).length
    await vi.waitUntil(async () => (await unsealed()) === 0, patience)
    const { lines, broken } = await verifyAudit(one.db)
    expect(broken).toBe(null)
    expect(lines).toBeGreaterThan(5)
  })
})
