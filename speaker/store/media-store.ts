import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import { keptSeconds, type WantedMedia } from '@nguon/domain/player'
import { syncFolder } from './write-atomic.ts'

/** Left free on the disk, so that there is always room for the airings. */
const reservedBytes = 16_000_000

export interface MediaStore {
  /** Files under their final name: each was verified before it got it. */
  list(): readonly Sha256[]
  path(sha256: Sha256): string
  partPath(sha256: Sha256): string
  /** How much of a file an earlier download left; 0 when nothing. */
  partBytes(sha256: Sha256): number
  /** Gives the part its final name if it is the file it should be; otherwise removes it and answers false. */
  finish(sha256: Sha256): Promise<boolean>
  /** True when the stored file still is what its name says; a changed one is removed. */
  verify(sha256: Sha256): Promise<boolean>
  /** Lets go what is needed least until `bytes` more fit, never what is needed within 72 hours. */
  makeRoom(file: WantedMedia, wanted: readonly WantedMedia[], now: Instant): readonly Sha256[] | null
  freeBytes(): number
}

export function openMediaStore(folder: string, budgetBytes: number): MediaStore {
  const home = join(folder, 'media')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const path = (sha256: Sha256) => join(home, `${sha256}.mp3`)
  const partPath = (sha256: Sha256) => join(home, `${sha256}.part`)
  const namesEnding = (ending: string) =>
    readdirSync(home).flatMap(name => (name.endsWith(ending) ? [name.slice(0, -ending.length) as Sha256] : []))
  const list = () => namesEnding('.mp3')

  function usedBytes(): number {
    return readdirSync(home).reduce((sum, name) => sum + (bytesOf(join(home, name)) ?? 0), 0)
  }

  function freeBytes(): number {
    const { bavail, bsize } = statfsSync(home)
    return bavail * bsize
  }

  return {
    list,
    path,
    partPath,
    partBytes: sha256 => bytesOf(partPath(sha256)) ?? 0,
    async finish(sha256) {
      if ((await hashOf(partPath(sha256))) !== sha256) {
        rmSync(partPath(sha256), { force: true })
        return false
      }
      const part = await open(partPath(sha256), 'r')
      await part.sync()
      await part.close()
      renameSync(partPath(sha256), path(sha256))
      syncFolder(home)
      return true
    },
    async verify(sha256) {
      const whole = (await hashOf(path(sha256))) === sha256
      if (!whole) await rm(path(sha256), { force: true }).catch(() => {})
      return whole
    },
    makeRoom(file, wanted, now) {
      const missing = Math.max(0, file.bytes - (bytesOf(partPath(file.sha256)) ?? 0))
      const letGo: Sha256[] = []
      const fits = () => usedBytes() + missing <= budgetBytes && freeBytes() - missing >= reservedBytes
      for (const candidate of leastNeeded(list(), namesEnding('.part'), file, wanted, now)) {
        if (fits()) break
        rmSync(path(candidate), { force: true })
        rmSync(partPath(candidate), { force: true })
        letGo.push(candidate)
      }
      return fits() ? letGo : null
    },
    freeBytes,
  }
}

/** What may go for `file`, first what no item needs, then what is needed latest. */
function leastNeeded(
  whole: readonly Sha256[],
  parts: readonly Sha256[],
  file: WantedMedia,
  wanted: readonly WantedMedia[],
  now: Instant,
): readonly Sha256[] {
  const neededAt = new Map(wanted.map(media => [media.sha256, media.neededAt]))
  const kept = now + keptSeconds * 1000
  const need = (sha256: Sha256) => neededAt.get(sha256) ?? Infinity
  return [...new Set([...whole, ...parts])]
    .filter(sha256 => sha256 !== file.sha256 && need(sha256) > kept && need(sha256) > file.neededAt)
    .sort((left, right) => (need(left) === need(right) ? 0 : need(right) - need(left)))
}

function bytesOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}
