import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

/** Bytes to and from one device, over TCP, TLS or WebSocket. */
export interface DeviceLine {
  readonly address: string
  write(bytes: Uint8Array): void
  /** Bytes written that the network has not taken yet. */
  backlog(): number
  pause(): void
  resume(): void
  /** Ends after what was written has gone, or after a few seconds. */
  end(): void
  /** Ends at once. */
  destroy(): void
  onBytes(handler: (bytes: Buffer) => void): void
  onClose(handler: () => void): void
}

const lastWordsMilliseconds = 5_000

export function socketLine(socket: Socket): DeviceLine {
  socket.setNoDelay(true)
  socket.setKeepAlive(true, 60_000)
  // A reset is told by 'close' as well.
  socket.on('error', () => undefined)
  return {
    address: socket.remoteAddress ?? '',
    write: bytes => void socket.write(bytes),
    backlog: () => socket.writableLength,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    end() {
      socket.setTimeout(lastWordsMilliseconds, () => socket.destroy())
      socket.destroySoon()
    },
    destroy: () => void socket.destroy(),
    onBytes: handler => void socket.on('data', handler),
    onClose: handler => void socket.on('close', () => handler()),
  }
}

/** A message may hold a part of an MQTT packet or several (MQTT 3.1.1 §6.0). */
export function webSocketLine(webSocket: WebSocket, address: string): DeviceLine {
  webSocket.on('error', () => undefined)
  return {
    address,
    write(bytes) {
      if (webSocket.readyState === webSocket.OPEN) webSocket.send(bytes, { binary: true })
    },
    backlog: () => webSocket.bufferedAmount,
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    end() {
      webSocket.close()
      setTimeout(() => webSocket.terminate(), lastWordsMilliseconds).unref()
    },
    destroy: () => webSocket.terminate(),
    onBytes: handler =>
      void webSocket.on('message', (data, isBinary) => {
        // Text messages are a violation of MQTT 3.1.1 §6.0.
        if (isBinary && Buffer.isBuffer(data)) handler(data)
        else webSocket.terminate()
      }),
    onClose: handler => void webSocket.on('close', () => handler()),
  }
}
