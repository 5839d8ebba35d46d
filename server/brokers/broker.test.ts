import { topics } from '@nguon/domain/devices'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { brokerKinds, type OpenBroker } from '../../tests/harness/brokers.ts'
import { deviceOf, fleet, secretOf } from '../../tests/harness/fleet.ts'
import { connectDevice, type MqttDevice } from '../../tests/harness/mqtt-device.ts'
import { bytesOf, connectDeafDevice, connectPacket, connectRaw } from '../../tests/harness/raw-device.ts'

const [loa, other, third] = [deviceOf(1), deviceOf(2), deviceOf(3)]
const unit = 'xa000000000000000000000001' as UnitId

interface Heard {
  readonly deviceId: DeviceId
  readonly topic: string
  readonly text: string
}

describe.each(brokerKinds)('$name', ({ available, open }) => {
  describe.skipIf(!available())('as the devices and the server see it', () => {
    const toClose: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of toClose.splice(0).reverse()) await close()
    })

    async function opened(options: Partial<Parameters<typeof open>[0]> = {}): Promise<OpenBroker> {
      const broker = await open({ devices: fleet(3), ...options })
      toClose.push(() => broker.close())
      return broker
    }

    async function joined(port: number, deviceId: DeviceId, ...subscribe: string[]): Promise<MqttDevice> {
      const device = await connectDevice(port, deviceId, secretOf(deviceId), { subscribe })
      toClose.push(() => device.client.endAsync(true))
      return device
    }

    /** What the server hears from now on, and a wait for so many messages of it. */
    function hearing({ broker }: OpenBroker) {
      const heard: Heard[] = []
      broker.onMessage((deviceId, topic, payload) =>
        heard.push({ deviceId, topic, text: Buffer.from(payload).toString() }),
      )
      return { heard, until: (count: number) => vi.waitUntil(() => heard.length >= count, { timeout: 90_000 }) }
    }

    it('a message of a device reaches the server under the name its secret proved', async () => {
      const under = await opened()
      const { heard, until } = hearing(under)
      const device = await joined(under.port, loa)
      await device.client.publishAsync(topics.up(loa), 'nhịp', { qos: 1 })
      await until(1)
      expect(heard).toEqual([{ deviceId: loa, topic: topics.up(loa), text: 'nhịp' }])
    })

    it.each([
      ['a wrong secret', loa, 'wrong'],
      ['the secret of another device', loa, secretOf(other)],
      ['an empty secret', loa, ''],
      ['an unknown device', deviceOf(99), secretOf(deviceOf(99))],
    ])('%s is refused', async (_case, deviceId, secret) => {
      const { port, broker } = await opened()
      await expect(connectDevice(port, deviceId, secret)).rejects.toThrow(/refused|authorized/i)
      expect(broker.isConnected(deviceId)).toBe(false)
    })

    it.each([
      topics.up(other),
      topics.down(loa),
      topics.lineup(loa),
      topics.assignment(loa),
      topics.emergency(unit),
      'x',
      '$SYS/x',
    ])('a device that publishes on %s is not heard', async topic => {
      const under = await opened()
      const { heard, until } = hearing(under)
      const listener = await joined(under.port, other, topics.down(other), topics.emergency(unit))
      const intruder = await joined(under.port, loa)
      intruder.client.publish(topic, 'foreign', { qos: 0 })
      // A device that was cut off for it comes back and is heard again.
      await listener.client.publishAsync(topics.up(other), 'own', { qos: 1 })
      const again = await joined(under.port, loa)
      await again.client.publishAsync(topics.up(loa), 'own', { qos: 1 })
      await until(2)
      expect(heard.map(({ text }) => text)).toEqual(['own', 'own'])
      await under.broker.publish(topics.down(other), 'from the server')
      expect(await listener.receive(1)).toEqual([
        { topic: topics.down(other), text: 'from the server', retained: false },
      ])
    })

    it.each([
      topics.lineup(other),
      topics.assignment(other),
      `d/${other}/#`,
      'd/+/lineup',
      'd/#',
      '#',
      '+/+/+',
      '$SYS/#',
    ])('a device that subscribes to %s hears nothing of it', async filter => {
      const { port, broker } = await opened()
      await broker.publish(topics.lineup(other), 'of another', { retain: true })
      await broker.publish(topics.assignment(other), 'of another', { retain: true })
      const intruder = await joined(port, loa, topics.down(loa))
      await intruder.client.subscribeAsync(filter).catch(() => undefined)
      await broker.publish(topics.lineup(other), 'of another')
      await broker.publish(topics.assignment(other), 'of another')
      await broker.publish(topics.down(loa), 'own')
      await intruder.receive(1)
      // With `#` or a pattern over one's own topics a broker may deliver one's own twice, never another's.
      expect(new Set(intruder.received.map(({ text }) => text))).toEqual(new Set(['own']))
    })

    it('a retained pointer arrives upon subscription, the newest only, and no more once cleared', async () => {
      const { port, broker } = await opened()
      await broker.publish(topics.lineup(loa), 'version 1', { retain: true })
      await broker.publish(topics.lineup(loa), 'version 2', { retain: true })
      const first = await joined(port, loa, topics.lineup(loa))
      expect(await first.receive(1)).toEqual([{ topic: topics.lineup(loa), text: 'version 2', retained: true }])
      await broker.publish(topics.lineup(loa), 'version 3', { retain: true })
      expect((await first.receive(2))[1]).toEqual({ topic: topics.lineup(loa), text: 'version 3', retained: false })
      await first.leave()

      await broker.publish(topics.lineup(loa), '', { retain: true })
      const second = await joined(port, loa, topics.lineup(loa), topics.down(loa))
      await broker.publish(topics.down(loa), 'after')
      expect((await second.receive(1)).map(({ text }) => text)).toEqual(['after'])
    })

    it('what was published while a device was away does not wait for it', async () => {
      const { port, broker } = await opened()
      const first = await connectDevice(port, loa, secretOf(loa), { clean: false, subscribe: [topics.down(loa)] })
      await first.leave()
      await broker.publish(topics.down(loa), 'missed')
      const second = await joined(port, loa, topics.down(loa))
      await broker.publish(topics.down(loa), 'heard')
      expect((await second.receive(1)).map(({ text }) => text)).toEqual(['heard'])
    })

    it('a second connection of a device replaces the first', async () => {
      const { port, broker } = await opened()
      const first = await joined(port, loa, topics.down(loa))
      const second = await joined(port, loa, topics.down(loa))
      await first.closed
      await broker.publish(topics.down(loa), 'once')
      expect((await second.receive(1)).map(({ text }) => text)).toEqual(['once'])
      expect(first.received).toEqual([])
    })

    it('a packet of 300 KB ends the connection and is not heard, one of 200 KB is', async () => {
      const under = await opened()
      const { heard, until } = hearing(under)
      const device = await joined(under.port, loa)
      device.client.publish(topics.up(loa), 'x'.repeat(300 * 1024))
      await device.closed
      const again = await joined(under.port, loa)
      await again.client.publishAsync(topics.up(loa), 'x'.repeat(200 * 1024), { qos: 1 })
      await until(1)
      expect(heard.map(({ text }) => text.length)).toEqual([200 * 1024])
    })

    it('a device whose secret was withdrawn is cut off and cannot return', async () => {
      const under = await opened()
      const device = await joined(under.port, loa)
      await under.admitOnly(new Map([[other, secretOf(other)]]))
      await device.closed
      await expect(connectDevice(under.port, loa, secretOf(loa))).rejects.toThrow(/refused|authorized/i)
    })

    it('the server can end the connection of one device', async () => {
      const { port, broker } = await opened()
      const [device, untouched] = [await joined(port, loa), await joined(port, other, topics.down(other))]
      await broker.disconnect(loa)
      await device.closed
      await broker.publish(topics.down(other), 'still here')
      expect(await untouched.receive(1)).toHaveLength(1)
    })

    it('the server hears devices come and go', async () => {
      const { port, broker } = await opened({ silenceMilliseconds: 300 })
      const changes: string[] = []
      broker.onPresence((deviceId, online) => changes.push(`${Number(deviceId)} ${online ? 'came' : 'left'}`))
      for (const deviceId of [loa, other]) {
        const device = await joined(port, deviceId)
        // The first heartbeat; brokers outside are silent about connections.
        await device.client.publishAsync(topics.up(deviceId), '{}', { qos: 1 })
        await vi.waitUntil(() => broker.isConnected(deviceId), { timeout: 90_000 })
        await device.leave()
        await vi.waitUntil(() => !broker.isConnected(deviceId), { timeout: 90_000 })
      }
      expect(changes).toEqual(['1 came', '1 left', '2 came', '2 left'])
      expect(broker.connectedCount()).toBe(0)
    })

    it('300 devices come back at once and each receives its own pointer exactly once', async () => {
      const devices = fleet(300)
      const { port, broker } = await opened({ devices })
      for (const deviceId of devices.keys()) {
        await broker.publish(topics.lineup(deviceId), `pointer of ${deviceId}`, { retain: true })
      }
      for (let round = 1; round <= 2; round += 1) {
        const fleet = await Promise.all(
          [...devices.keys()].map(deviceId => joined(port, deviceId, topics.lineup(deviceId), topics.emergency(unit))),
        )
        await broker.publishUrgent(topics.emergency(unit), 'last')
        for (const device of fleet) {
          const own = `pointer of ${device.client.options.clientId}`
          expect((await device.receive(2)).map(({ text }) => text)).toEqual([own, 'last'])
        }
        await Promise.all(fleet.map(device => device.leave()))
      }
    })

    it('I13: an emergency does not wait for the bulk that was published before it', async () => {
      const devices = fleet(30)
      const { port, broker } = await opened({ devices })
      const ready = [...devices.keys()].map(deviceId => joined(port, deviceId, topics.down(deviceId)))
      const witness = (await Promise.all(ready))[29]
      await witness?.client.subscribeAsync(topics.emergency(unit))
      const bulk = Array.from({ length: 3_000 }, (_, n) =>
        broker.publish(topics.down(deviceOf((n % 30) + 1)), `${n}`.padEnd(4_000)),
      )
      await broker.publishUrgent(topics.emergency(unit), 'khẩn cấp')
      await Promise.all(bulk)
      const order = ((await witness?.receive(101)) ?? []).map(({ text }) => text.trim())
      expect(order.indexOf('khẩn cấp')).toBeLessThan(100)
      expect(order.filter(text => text !== 'khẩn cấp')).toEqual(Array.from({ length: 100 }, (_, n) => `${n * 30 + 29}`))
    })

    it('devices that read receive everything in order while others have stopped reading', async () => {
      const under = await opened({ devices: fleet(8), limits: { backlogBytes: 64 * 1024 } })
      const { port, broker } = under
      const readers = await Promise.all([1, 2, 3, 4].map(n => joined(port, deviceOf(n), topics.emergency(unit))))
      const deaf = await Promise.all(
        [5, 6, 7, 8].map(n => connectDeafDevice(port, deviceOf(n), secretOf(deviceOf(n)), [topics.emergency(unit)])),
      )
      toClose.push(async () => deaf.forEach(socket => socket.destroy()))
      const pieces = Array.from({ length: 900 }, (_, n) => `${n} `.padEnd(16_000, 'x'))
      // Each waits for the one before, so that only those who never read fall behind.
      for (const [n, piece] of pieces.entries()) {
        await broker.publish(topics.emergency(unit), piece)
        if (n % 50 === 49) await Promise.all(readers.map(reader => reader.receive(n + 1)))
      }
      await broker.publishUrgent(topics.emergency(unit), 'khẩn cấp')
      for (const reader of readers) {
        const texts = (await reader.receive(pieces.length + 1)).map(({ text }) => text)
        expect(texts).toEqual([...pieces, 'khẩn cấp'])
      }
      if (under.faults) expect(under.faults).toEqual(Array(4).fill('slow-reader'))
    })

    it('random bytes, before and after CONNECT, harm nobody', async () => {
      const under = await opened({ limits: { packetBurst: 100_000 } })
      const witness = await joined(under.port, other, topics.down(other))
      const { until } = hearing(under)
      await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.uint8Array({ minLength: 1, maxLength: 600 }), async (known, bytes) => {
          const socket = await connectRaw(under.port)
          const closed = new Promise<void>(resolve => void socket.once('close', () => resolve()))
          socket.resume()
          if (known) socket.write(bytesOf(connectPacket(third, secretOf(third))))
          socket.end(bytes)
          await closed
        }),
        { numRuns: 200 },
      )
      await witness.client.publishAsync(topics.up(other), 'alive', { qos: 1 })
      await until(1)
      await under.broker.publish(topics.down(other), 'alive')
      expect(await witness.receive(1)).toHaveLength(1)
    })
  })
})
