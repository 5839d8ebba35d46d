import { createHash } from 'node:crypto'
import { mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartFault } from './start-fault.ts'

/** The data folder belongs to another running process. */
export class FolderInUse extends StartFault {
  override readonly name = 'FolderInUse'
  readonly folder: string

  constructor(folder: string) {
    super(
      `Thư mục dữ liệu ${folder} đang được một tiến trình Nguồn khác sử dụng. Hãy dừng tiến trình đó hoặc đặt NGUON_DATA sang thư mục khác. (The data folder is in use by another process.)`,
    )
    this.folder = folder
  }
}

/**
 * Holds the folder until released or until the process ends, however it ends: on Linux by a socket in the abstract
 * namespace named after the folder, elsewhere by a socket file.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)
  const address = process.platform === 'linux' ? `\0nguon-${name}` : join(tmpdir(), `nguon-${name}.sock`)
  const server = createServer(socket => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject((error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new FolderInUse(folder) : error),
    )
    server.listen(address, resolve)
  })
  server.unref()
  return { release: () => new Promise(resolve => server.close(() => resolve())) }
}
