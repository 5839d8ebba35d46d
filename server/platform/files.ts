import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { Clock } from './clock.ts'
import { refuseIfFull } from './disk-room.ts'

/** Files on disk, each addressed by the SHA-256 of its bytes: written once, never changed. */
export interface FileStore {
  /** Throws `FileTooLarge` past `maximumBytes` and NO_ROOM on a full disk, and leaves nothing behind. */
  put(content: Uint8Array | Readable, options?: { maximumBytes?: number }): Promise<{ sha256: Sha256; bytes: number }>
  size(sha256: Sha256): Promise<number | null>
  read(sha256: Sha256, range?: { start: number; end: number }): Readable
  remove(sha256: Sha256): Promise<void>
  /** Where the bytes lie, for a program that reads files itself. */
  pathOf(sha256: Sha256): string
}

export class FileTooLarge extends Error {
  readonly maximumBytes: number

  constructor(maximumBytes: number) {
    super(`more than ${maximumBytes} bytes`)
    this.name = 'FileTooLarge'
    this.maximumBytes = maximumBytes
  }
}

const abandonedAfterMilliseconds = 86_400_000

/** What a killed process left behind. Younger files may be those of another process that shares the folder. */
async function removeAbandoned(incoming: string, now: Instant): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // Its owner may just have renamed it.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (now - mtimeMs > abandonedAfterMilliseconds) await rm(path, { force: true })
  }
}

export async function openFileStore(folder: string, { clock }: { clock: Clock }): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  await removeAbandoned(incoming, clock.now())
  const pathOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  async function keep(temporary: string, sha256: Sha256) {
    const path = pathOf(sha256)
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(temporary, 'r+')
    await handle.sync()
    await handle.close()
    await rename(temporary, path)
  }

  return {
    put: async (content, { maximumBytes = 512 * 1024 * 1024 } = {}) => {
      const temporary = join(incoming, randomBytes(12).toString('hex'))
      const hash = createHash('sha256')
      let bytes = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          hash.update(chunk)
          done(bytes > maximumBytes ? new FileTooLarge(maximumBytes) : null, chunk)
        },
      })
      const source = content instanceof Uint8Array ? Readable.from([content]) : content
      try {
        await pipeline(source, measure, createWriteStream(temporary))
        const sha256 = hash.digest('hex') as Sha256
        await keep(temporary, sha256)
        return { sha256, bytes }
      } catch (error) {
        await rm(temporary, { force: true })
        throw refuseIfFull(error)
      }
    },
    size: async sha256 => {
      try {
        return (await stat(pathOf(sha256))).size
      } catch {
        return null
      }
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    remove: sha256 => rm(pathOf(sha256), { force: true }),
    pathOf,
  }
}
