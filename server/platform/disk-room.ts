import { statfs } from 'node:fs/promises'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { HealthCheck } from './health.ts'

const megabyte = 2 ** 20
/** Below this the next recording may not fit. */
const leastFreeBytes = 64 * megabyte
/** Below this the embedded database takes nothing more: one that meets the end of its disk does not come back from it. */
const reservedBytes = 24 * megabyte

/** What the system and PostgreSQL (`disk_full`) say when a disk, a quota or the largest file is reached. */
const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', '53100']

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

/** Throws NO_ROOM while the disk of an embedded database has only what that needs to close well. */
export async function refuseLastRoom(folder: string): Promise<void> {
  if ((await freeBytes(folder)) < reservedBytes) throw new Refusal(platformRefusals.NO_ROOM)
}

/** True for what `refuseIfFull` gave: worth trying again, as nothing is wrong with what was asked. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Refusal && error.kind.code === platformRefusals.NO_ROOM.code
}

/** Tells who runs the server before the disk is full, and while it is. */
export function roomOnDisk(folder: string): HealthCheck {
  return {
    name: 'disk',
    onlyTells: true,
    check: async () => {
      const free = await freeBytes(folder)
      if (free >= leastFreeBytes) return null
      return `${Math.floor(free / megabyte)} MB are free for files in ${folder}; ${leastFreeBytes / megabyte} MB are needed`
    },
  }
}
