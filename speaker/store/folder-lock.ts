import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'

/**
 * One agent per folder: an abstract unix socket named after it, which the kernel lets go with the process, so that a
 * kill leaves nothing behind. False when another agent has it.
 */
export function lockFolder(folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)
  return new Promise(resolve => {
    const server = createServer(socket => socket.destroy())
    server.once('error', () => resolve(false))
    server.listen(`\0nguon-speaker-${name}`, () => {
      server.unref()
      resolve(true)
    })
  })
}
