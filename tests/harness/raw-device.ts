import { connect, type Socket } from 'node:net'
import type { DeviceId } from '@nguon/domain/platform'
import { generate, type Packet } from 'mqtt-packet'

/** A bare socket, for what no client library would do. Resolves once TCP is connected. */
export function connectRaw(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
    // A reset is told by 'close' as well.
    socket.on('error', () => undefined)
  })
}

export function bytesOf(packet: Packet): Buffer {
  return generate(packet)
}

export function connectPacket(deviceId: DeviceId, password: string): Packet {
  return {
    cmd: 'connect',
    clientId: deviceId,
    username: deviceId,
    password: Buffer.from(password),
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
  }
}

/** A device that connects, subscribes, and then never reads another byte. Resolves when it stopped reading. */
export async function connectDeafDevice(
  port: number,
  deviceId: DeviceId,
  secret: string,
  topics: readonly string[],
): Promise<Socket> {
  const socket = await connectRaw(port)
  const answered = (bytes: number) =>
    new Promise<void>(resolve => {
      let heard = 0
      const hear = (chunk: Buffer) => {
        heard += chunk.length
        if (heard < bytes) return
        socket.off('data', hear)
        resolve()
      }
      socket.on('data', hear)
    })
  // CONNACK is 4 bytes, SUBACK 4 and one more for each topic.
  const connected = answered(4)
  socket.write(bytesOf(connectPacket(deviceId, secret)))
  await connected
  const subscribed = answered(4 + topics.length)
  const subscriptions = topics.map(topic => ({ topic, qos: 0 as const }))
  socket.write(bytesOf({ cmd: 'subscribe', messageId: 1, subscriptions }))
  await subscribed
  socket.pause()
  return socket
}
