import { topics } from '@nguon/domain/devices'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { newDeviceSecret } from '@nguon/server/claims'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { operateMosquitto, type OperatedMosquitto } from '@nguon/tests/mosquitto'
import { connectDevice } from '@nguon/tests/mqtt-device'
import { requireProgram } from '@nguon/tests/requirement'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { deviceOf } from '../../tests/harness/fleet.ts'

const patience = { timeout: 60_000, interval: 100 }

describe.skipIf(!requireProgram('mosquitto'))('the accounts of an outside broker, kept by the server', () => {
  let mosquitto: OperatedMosquitto
  let house: TestHouse
  const unit = 'xa000000000000000000000001' as UnitId

  beforeAll(async () => {
    mosquitto = await operateMosquitto()
    // As it is installed: it runs, and knows nobody yet.
    await mosquitto.start()
    house = await openTestHouse({
      settings: {
        NGUON_MQTT_URL: mosquitto.url,
        NGUON_MQTT_USERNAME: 'nguon',
        NGUON_MQTT_PASSWORD: newDeviceSecret(),
        NGUON_MQTT_ACCOUNTS: mosquitto.accounts,
        NGUON_MQTT_RELOAD: mosquitto.reload,
        NGUON_MQTT_DEVICES_URL: `mqtt://127.0.0.1:${mosquitto.port}`,
      },
    })
  })
  afterAll(async () => {
    await house.close()
    await mosquitto.remove()
  })

  async function registered(): Promise<{ deviceId: DeviceId; code: string }> {
    const technician = await house.person('technician', '24343')
    const wanted = { unitId: house.units['24343'], name: 'Cụm loa Thôn 1' }
    const answer = await technician.call<{ device: { id: DeviceId }; claim: { code: string } }>(
      'POST',
      '/devices',
      wanted,
    )
    return { deviceId: answer.body.device.id, code: answer.body.claim.code }
  }

  async function claimed(code?: string) {
    const claim = { code: code ?? (await registered()).code, model: 'NGUON-SIM', firmware: '1.0.0' }
    const { body } = await house
      .visitor()
      .call<{ deviceId: DeviceId; secret: string; mqttUrl: string }>('POST', '/devices/claim', claim)
    return body
  }

  const refused = (deviceId: DeviceId, secret: string) =>
    connectDevice(mosquitto.port, deviceId, secret).then(
      async device => {
        await device.leave()
        return false
      },
      (error: Error) => /refused|authorized/i.test(error.message),
    )

  /** As a device does it: again and again until it is let in. */
  async function admitted(device: { deviceId: DeviceId; secret: string }, ...subscribe: string[]) {
    await vi.waitUntil(async () => !(await refused(device.deviceId, device.secret)), patience)
    return connectDevice(mosquitto.port, device.deviceId, device.secret, { subscribe })
  }

  it('a claimed device is let in, told where to go, and heard; a stranger is refused', async () => {
    const device = await claimed()
    expect(device.mqttUrl).toBe(`mqtt://127.0.0.1:${mosquitto.port}`)
    const line = await admitted(device, topics.lineup(device.deviceId))
    const [pointer] = await line.receive(1)
    expect(pointer?.topic).toBe(topics.lineup(device.deviceId))
    await line.client.publishAsync(topics.up(device.deviceId), JSON.stringify(refusals(1)), { qos: 1 })
    const technician = await house.person('technician', '24343')
    const shown = async () => (await technician.call('GET', `/devices/${device.deviceId}`)).body['refusals']
    await vi.waitFor(async () => expect(await shown()).toMatchObject([{ subject: 'lineup', fault: 'older' }]), patience)

    expect(await refused(deviceOf(99), newDeviceSecret())).toBe(true)
    expect(await refused(device.deviceId, newDeviceSecret())).toBe(true)
    expect(await refused('nguon' as DeviceId, '')).toBe(true)
    await line.leave()
  })

  it('topics of others are closed to it', async () => {
    const [device, other] = [await claimed(), await claimed()]
    const foreign = [topics.lineup(other.deviceId), `d/${other.deviceId}/#`, 'd/#', '#']
    const victim = await admitted(other, topics.down(other.deviceId), topics.emergency(unit))
    const intruder = await admitted(device, topics.down(device.deviceId), ...foreign)
    for (const topic of [topics.down(other.deviceId), topics.emergency(unit), topics.up(other.deviceId)]) {
      await intruder.client.publishAsync(topic, 'foreign', { qos: 1 }).catch(() => undefined)
    }
    // The retained pointer of the other would have come before this one of its own.
    await vi.waitUntil(() => intruder.received.length > 0, patience)
    expect(intruder.received.filter(({ topic }) => !topic.startsWith(`d/${device.deviceId}/`))).toEqual([])
    expect(victim.received).toEqual([])
    await intruder.leave()
    await victim.leave()
  })

  it.each([
    ['a retired device is', (deviceId: DeviceId) => ['/retirement', { deviceId, reason: 'Hỏng' }] as const],
    ['whoever holds the old secret of a device that gets a new code is', () => ['/claim-code', {}] as const],
  ])('%s cut off and does not return', async (_, make) => {
    const device = await claimed()
    const line = await admitted(device)
    const technician = await house.person('technician', '24343')
    const [path, body] = make(device.deviceId)
    const answer = await technician.call<{ code?: string }>('POST', `/devices/${device.deviceId}${path}`, body)
    expect(answer.status).toBeLessThan(300)
    await line.closed
    await vi.waitUntil(() => refused(device.deviceId, device.secret), patience)
    if (answer.body.code) await (await admitted(await claimed(answer.body.code))).leave()
  })

  it('a broker that was away knows at its return who was claimed and who was retired meanwhile', async () => {
    const [gone, fresh] = [await claimed(), await registered()]
    await (await admitted(gone)).leave()
    await mosquitto.kill()
    const technician = await house.person('technician', '24343')
    await technician.call('POST', `/devices/${gone.deviceId}/retirement`, { reason: 'Hỏng' })
    const device = await claimed(fresh.code)
    await mosquitto.start()
    const line = await admitted(device, topics.lineup(device.deviceId))
    await line.receive(1)
    expect(await refused(gone.deviceId, gone.secret)).toBe(true)
    await line.leave()
  })
})

it.skipIf(!requireProgram('mosquitto'))('a folder that cannot be written is an error of the settings', async () => {
  const settings = {
    NGUON_MQTT_URL: 'mqtt://127.0.0.1:9',
    NGUON_MQTT_USERNAME: 'nguon',
    NGUON_MQTT_PASSWORD: 'x',
    NGUON_MQTT_ACCOUNTS: '/dev/null/accounts',
  }
  await expect(openTestHouse({ settings })).rejects.toThrow(/NGUON_MQTT_ACCOUNTS: the accounts cannot be kept/)
})

function refusals(at: number) {
  return { kind: 'refusals', refusals: [{ at, subject: 'lineup', fault: 'older', detail: '' }] }
}
