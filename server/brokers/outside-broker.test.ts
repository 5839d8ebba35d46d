import { topics } from '@nguon/domain/devices'
import { describe, expect, it, vi } from 'vitest'
import { deviceOf, fleet, secretOf } from '../../tests/harness/fleet.ts'
import { startMosquitto } from '../../tests/harness/mosquitto.ts'
import { connectDevice } from '../../tests/harness/mqtt-device.ts'
import { freePort } from '../../tests/harness/free-port.ts'
import { requireProgram } from '../../tests/harness/requirement.ts'
import { BrokerAway } from './broker.ts'
import { openOutsideBroker } from './outside-broker.ts'

const loa = deviceOf(1)

describe.skipIf(!requireProgram('mosquitto'))('a broker outside', () => {
  it('that dies and comes back is told of, and what is published again then is retained again', async () => {
    const mosquitto = await startMosquitto(fleet(1))
    if (!mosquitto) throw new Error('no Mosquitto')
    const faults: unknown[] = []
    const onFault = (error: unknown) => faults.push(error)
    const broker = await openOutsideBroker({ ...mosquitto.server, retryMilliseconds: 50, onFault })
    const heard: string[] = []
    const away = new Error('the database is not back yet')
    broker.onReturn(() => Promise.reject(away))
    broker.onMessage((_device, _topic, payload) => heard.push(Buffer.from(payload).toString()))
    await broker.publish(topics.lineup(loa), 'before', { retain: true })
    const republished = new Promise<void>((resolve, reject) => {
      broker.onReturn(() => void broker.publish(topics.lineup(loa), 'after', { retain: true }).then(resolve, reject))
    })
    await mosquitto.restart()
    await republished
    expect(faults).toContain(away)

    const device = await connectDevice(mosquitto.port, loa, secretOf(loa), { subscribe: [topics.lineup(loa)] })
    expect((await device.receive(1)).map(({ text }) => text)).toEqual(['after'])
    await device.client.publishAsync(topics.up(loa), 'back', { qos: 1 })
    await vi.waitUntil(() => heard.length > 0)
    expect(heard).toEqual(['back'])

    await device.leave()
    await mosquitto.stop()
    await vi.waitUntil(() =>
      broker.publishUrgent(topics.lineup(loa), 'x').then(
        () => false,
        (error: unknown) => error instanceof BrokerAway,
      ),
    )
    await expect(broker.publish(topics.lineup(loa), 'x')).rejects.toBeInstanceOf(BrokerAway)
    await broker.close()
  })

  it('that is not there yet is waited for', async () => {
    const server = { username: 'server', password: 'x' }
    const broker = await openOutsideBroker({ url: `mqtt://127.0.0.1:${await freePort()}`, ...server })
    expect(broker.available()).toBe(false)
    await expect(broker.publish(topics.lineup(loa), 'x')).rejects.toBeInstanceOf(BrokerAway)
    await broker.disconnect(loa)
    await broker.close()
  })

  it('that does not know the account of the server is an error at the start', async () => {
    const mosquitto = await startMosquitto(fleet(1))
    const server = { url: mosquitto?.server.url ?? '', username: 'server', password: 'x' }
    await expect(openOutsideBroker(server)).rejects.toThrow(/authorized/i)
    await mosquitto?.stop()
  })

  it('goes on when a handler throws, and tells of it', async () => {
    const mosquitto = await startMosquitto(fleet(1))
    if (!mosquitto) throw new Error('no Mosquitto')
    const faults: unknown[] = []
    const broker = await openOutsideBroker({ ...mosquitto.server, onFault: error => faults.push(error) })
    const heard: string[] = []
    const bug = new Error('a bug')
    broker.onMessage(() => {
      throw bug
    })
    broker.onMessage(deviceId => heard.push(deviceId))
    const device = await connectDevice(mosquitto.port, loa, secretOf(loa))
    await device.client.publishAsync(topics.up(loa), 'x', { qos: 1 })
    await vi.waitUntil(() => heard.length > 0)
    expect(faults).toEqual([bug])
    await device.leave()
    await broker.close()
    await mosquitto.stop()
  })
})
