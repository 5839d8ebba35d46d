import { execFile, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { topics } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { connectAsync } from 'mqtt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { writeCertificate } from '../../tests/harness/certificate.ts'
import { deviceOf, secretOf } from '../../tests/harness/fleet.ts'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { connectDevice } from '../../tests/harness/mqtt-device.ts'
import { bytesOf, connectPacket, connectRaw } from '../../tests/harness/raw-device.ts'
import { requireProgram } from '../../tests/harness/requirement.ts'
import type { ConnectionFault } from './connection-fault.ts'
import { type EmbeddedBroker, type EmbeddedBrokerOptions, openEmbeddedBroker } from './embedded-broker.ts'

const loa = deviceOf(1)
const unit = 'xa000000000000000000000001' as UnitId
const host = '127.0.0.1'

const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function opened(options: Partial<EmbeddedBrokerOptions> = {}) {
  const faults: ConnectionFault[] = []
  const broker = await openEmbeddedBroker({
    authenticate: async (deviceId, secret) => secret === secretOf(deviceId),
    listen: { host, port: 0 },
    onFault: fault => void faults.push(fault),
    ...options,
  })
  toClose.push(() => broker.close())
  return { broker, port: broker.port ?? 0, faults }
}

/** The bytes a bare socket gets until it is closed. */
async function answerTo(port: number, ...packets: Uint8Array[]): Promise<Buffer> {
  const socket = await connectRaw(port)
  const answer: Buffer[] = []
  socket.on('data', chunk => answer.push(chunk))
  const closed = new Promise<void>(resolve => void socket.once('close', () => resolve()))
  for (const packet of packets) socket.write(packet)
  await closed
  return Buffer.concat(answer)
}

function texts(broker: EmbeddedBroker): string[] {
  const heard: string[] = []
  broker.onMessage((deviceId, _topic, payload) => heard.push(`${Number(deviceId)}: ${Buffer.from(payload).toString()}`))
  return heard
}

describe('who may connect', () => {
  const refused = (code: number) => Buffer.from([0x20, 2, 0, code])

  it.each([
    ['a client id that is not the user name', { clientId: deviceOf(2) }, 'identifier', refused(2)],
    ['a name that is no device id', { clientId: 'admin', username: 'admin' }, 'identifier', refused(2)],
    ['no user name', { username: undefined, password: undefined }, 'identifier', refused(2)],
    ['a wrong secret', { password: Buffer.from('wrong') }, 'secret', refused(4)],
  ])('%s is told apart in the answer', async (_case, change, fault, answer) => {
    const { port, faults } = await opened()
    const packet = { ...connectPacket(loa, secretOf(loa)), ...change } as Parameters<typeof bytesOf>[0]
    expect(await answerTo(port, bytesOf(packet))).toEqual(answer)
    expect(faults).toEqual([fault])
  })

  it('a secret that cannot be checked now is not called wrong', async () => {
    const { port, faults } = await opened({ authenticate: () => Promise.reject(new Error('database away')) })
    expect(await answerTo(port, bytesOf(connectPacket(loa, 'x')))).toEqual(refused(3))
    expect(faults).toEqual(['unavailable'])
  })

  it('nobody stays who does not introduce himself', async () => {
    const { port } = await opened({ limits: { connectMilliseconds: 50 } })
    expect(await answerTo(port)).toHaveLength(0)
  })

  it('before it has proven itself a device may say a kilobyte, no more', async () => {
    const { port, faults } = await opened()
    await answerTo(port, bytesOf(connectPacket(loa, 'x'.repeat(2_000))))
    expect(faults).toEqual(['packet-size'])
  })

  it('one address may keep only so many doors open unproven', async () => {
    const { port, faults } = await opened({ limits: { unprovenPerAddress: 2 } })
    const waiting = [await connectRaw(port), await connectRaw(port)]
    await answerTo(port)
    expect(faults).toEqual(['crowded'])
    for (const socket of waiting) socket.destroy()
    await vi.waitUntil(() =>
      connectDevice(port, loa, secretOf(loa)).then(
        device => device.leave().then(() => true),
        () => false,
      ),
    )
  })

  it('a device that floods is cut off', async () => {
    const { port, faults } = await opened({ limits: { packetBurst: 10, packetsPerSecond: 1 } })
    const ping = bytesOf({ cmd: 'pingreq' })
    await answerTo(port, bytesOf(connectPacket(loa, secretOf(loa))), ...Array<Uint8Array>(20).fill(ping))
    expect(faults).toEqual(['message-rate'])
  })

  it('a handler that throws harms nobody and is told of', async () => {
    const { broker, port, faults } = await opened()
    broker.onMessage(() => {
      throw new Error('a bug')
    })
    const heard = texts(broker)
    const device = await connectDevice(port, loa, secretOf(loa))
    await device.client.publishAsync(topics.up(loa), 'hello', { qos: 1 })
    expect(heard).toEqual(['1: hello'])
    expect(faults).toEqual(['handler'])
    await device.leave()
  })

  it('a device may hold only so many filters', async () => {
    const { port } = await opened({ limits: { filtersPerDevice: 2 } })
    const device = await connectDevice(port, loa, secretOf(loa))
    const filters = [topics.lineup(loa), topics.down(loa), topics.emergency(unit)]
    const granted: unknown[] = []
    for (const filter of filters) {
      await device.client.subscribeAsync(filter).then(
        () => granted.push(filter),
        () => undefined,
      )
    }
    expect(granted).toEqual(filters.slice(0, 2))
    await device.leave()
  })
})

const [publisher, subscriber] = [requireProgram('mosquitto_pub'), requireProgram('mosquitto_sub')]

describe.skipIf(!publisher || !subscriber)("Mosquitto's own clients", () => {
  const as = (port: number) => ['-h', host, '-p', `${port}`, '-i', loa, '-u', loa, '-P', secretOf(loa)]
  const publish = (port: number, ...args: string[]) => promisify(execFile)(publisher ?? '', [...as(port), ...args])

  it('publish with QoS 0 and 1, and are refused QoS 2 and foreign topics', async () => {
    const { broker, port, faults } = await opened()
    const heard = texts(broker)
    await publish(port, '-t', topics.up(loa), '-m', 'không', '-q', '0')
    await publish(port, '-t', topics.up(loa), '-m', 'một', '-q', '1')
    expect(heard).toEqual(['1: không', '1: một'])
    await expect(publish(port, '-t', topics.up(loa), '-m', 'hai', '-q', '2')).rejects.toThrow(/lost/)
    await expect(publish(port, '-t', topics.down(loa), '-m', 'x', '-q', '1')).rejects.toThrow(/lost/)
    expect(heard).toHaveLength(2)
    expect(faults).toEqual(['foreign-publish', 'foreign-publish'])
  })

  it('subscribe with wildcards to what is theirs', async () => {
    const { broker, port } = await opened()
    await broker.publish(topics.lineup(loa), 'pointer', { retain: true })
    await broker.publish(topics.emergency(unit), 'alert', { retain: true })
    const args = [...as(port), '-t', `d/${loa}/#`, '-t', 'e/+', '-C', '3', '-F', '%r %t %p']
    const listening = spawn(subscriber ?? '', args)
    let output = ''
    listening.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await vi.waitUntil(() => output.split('\n').length > 2, { timeout: 90_000 })
    await broker.publish(topics.down(loa), 'command')
    await new Promise(resolve => listening.once('close', resolve))
    expect(output.trim().split('\n')).toEqual([
      `1 ${topics.lineup(loa)} pointer`,
      `1 ${topics.emergency(unit)} alert`,
      `0 ${topics.down(loa)} command`,
    ])
  })
})

describe('WebSocket', () => {
  async function served() {
    const { broker, faults } = await opened({ listen: undefined })
    const server = createServer((_request, response) => response.end('page'))
    broker.attachTo(server)
    await new Promise<void>(resolve => server.listen(0, host, resolve))
    toClose.push(() => server.close())
    return { broker, faults, url: `ws://${host}:${(server.address() as AddressInfo).port}/mqtt` }
  }
  const credentials = { clientId: loa, username: loa, password: secretOf(loa), reconnectPeriod: 0 }

  it('carries the same messages on the port of the pages', async () => {
    const { broker, url } = await served()
    const heard = texts(broker)
    const client = await connectAsync(url, credentials, false)
    const message = new Promise<string>(resolve =>
      client.once('message', (_topic, payload) => resolve(payload.toString())),
    )
    await client.subscribeAsync(topics.lineup(loa))
    await broker.publish(topics.lineup(loa), 'x'.repeat(100_000))
    expect(await message).toHaveLength(100_000)
    await client.publishAsync(topics.up(loa), 'hello', { qos: 1 })
    expect(heard).toEqual(['1: hello'])
    await client.endAsync()
    await vi.waitUntil(() => broker.connectedCount() === 0)
    expect(await (await fetch(url.replace('ws', 'http'))).text()).toBe('page')
  })

  it.each([
    ['another subprotocol', ['chat'], undefined],
    ['no subprotocol', [], undefined],
    ['a text message', ['mqtt'], 'hello'],
    ['a message over the limit', ['mqtt'], Buffer.alloc(300 * 1024)],
  ])('%s ends the connection', async (_case, protocols, message) => {
    const { url } = await served()
    const socket = new WebSocket(url, protocols)
    socket.on('error', () => undefined)
    if (message !== undefined) socket.once('open', () => socket.send(message))
    await new Promise(resolve => socket.once('close', resolve))
  })
})

describe.skipIf(!requireProgram('openssl'))('TLS', () => {
  it('is served, and a renewed certificate is taken up without a restart; one that does not fit is not', async () => {
    const folder = temporaryFolder('tls')
    toClose.push(() => rmSync(folder, { recursive: true }))
    const tls = writeCertificate(folder)
    const { broker, port, faults } = await opened({ listen: { host, port: 0, tls } })
    const shown = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connectTls({ host, port, rejectUnauthorized: false }, () => {
          resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '')
          socket.destroy()
        })
        socket.once('error', reject)
      })
    const heard = texts(broker)
    const ca = readFileSync(tls.certificate)
    const device = await connectDevice(port, loa, secretOf(loa), { protocol: 'mqtts', host: 'localhost', ca })
    await device.client.publishAsync(topics.up(loa), 'hello', { qos: 1 })
    expect(heard).toEqual(['1: hello'])

    const first = await shown()
    writeCertificate(folder)
    await vi.waitUntil(async () => (await shown()) !== first, { timeout: 90_000 })
    const second = await shown()
    rmSync(tls.key)
    await vi.waitUntil(() => faults.includes('certificate'), { timeout: 90_000 })
    expect(await shown()).toBe(second)
    // The connection of before is still there.
    await device.client.publishAsync(topics.up(loa), 'still', { qos: 1 })
    expect(heard).toEqual(['1: hello', '1: still'])
    await device.leave()
  })
})
