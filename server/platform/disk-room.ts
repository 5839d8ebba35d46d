import { statfs } from 'node:fs/promises'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { HealthCheck } from './health.ts'

const megabyte = 2 ** 20
/** Below this the next recording may not fit. */
const leastFreeBytes = 64 * megabyte

/** What the system says when a disk, a quota or the largest file is reached. */
const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The same error, or NO_ROOM in the place of one that says that nothing more can be written. */
export function refuseIfFull(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && fullCodes.includes(error.code))) return error
  const refusal = new Refusal(platformRefusals.NO_ROOM)
  refusal.cause = error
  return refusal
}

/** True for what `refuseIfFull` gave: worth trying again, as nothing is wrong with what was asked. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Refusal && error.kind.code === platformRefusals.NO_ROOM.code
}

/** Tells who runs the server before the disk is full, and while it is. */
export function roomOnDisk(folder: string): HealthCheck {
  return {
    name: 'disk',
    check: async () => {
      const free = await freeBytes(folder)
      if (free >= leastFreeBytes) return null
      return `${Math.floor(free / megabyte)} MB are free for files in ${folder}; ${leastFreeBytes / megabyte} MB are needed`
    },
  }
}
