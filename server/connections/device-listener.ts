import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { type CertificateFiles, readCertificate, watchCertificate } from '@nguon/server/web'
import { WebSocketServer } from 'ws'
import { type DeviceLine, socketLine, webSocketLine } from './device-line.ts'

export interface ListenOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** TLS with these files; they are watched and reloaded. */
  readonly tls?: CertificateFiles | undefined
}

export interface DeviceListener {
  readonly port: number
  close(): Promise<void>
}

const handshakeMilliseconds = 10_000

type Accept = (line: DeviceLine) => void

/** MQTT over TCP or TLS. `onFault` hears of a renewed certificate that cannot be used. */
export async function listenForDevices(
  { host, port, tls }: ListenOptions,
  accept: Accept,
  onFault: (error: unknown) => void,
): Promise<DeviceListener> {
  const admit = (socket: Socket) => accept(socketLine(socket))
  let server: Server
  let endWatch = () => {}
  if (tls) {
    const options = { ...readCertificate(tls), minVersion: 'TLSv1.2', handshakeTimeout: handshakeMilliseconds } as const
    const secure = createTlsServer(options, admit)
    secure.on('tlsClientError', (_error, socket) => socket.destroy())
    endWatch = watchCertificate(tls, secure, onFault)
    server = secure
  } else {
    server = createServer(admit)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off('error', reject)
      server.on('error', onFault)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      endWatch()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

/** Where a request comes from; behind a proxy only the owner of the HTTP server knows. */
export type AddressOf = (request: IncomingMessage) => string

/** MQTT over WebSocket on `path` of a server that is already there. Returns what takes it away. */
export function acceptWebSockets(
  server: HttpServer,
  path: string,
  maxMessageBytes: number,
  addressOf: AddressOf,
  accept: Accept,
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: protocols => (protocols.has('mqtt') ? 'mqtt' : false),
  })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?', 1)[0] !== path) {
      // Nobody else would answer, and the connection would stay open for good.
      if (server.listenerCount('upgrade') === 1) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
      }
      return
    }
    // MQTT 3.1.1 [MQTT-6.0.0-3]: the client offers the subprotocol `mqtt`.
    const offered = request.headers['sec-websocket-protocol']?.split(',').map(name => name.trim()) ?? []
    if (!offered.includes('mqtt')) {
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, webSocket => accept(webSocketLine(webSocket, addressOf(request))))
  }
  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    sockets.close()
  }
}
