import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { WantedMedia } from '@nguon/domain/player'
import type { ServerHttp } from '../link/server-http.ts'
import type { MediaStore } from '../store/media-store.ts'
import { codeOf } from '../store/store.ts'

/** `cut`: what came is kept, the rest is asked for next time. `hash`: it was not the file and is gone. */
export type DownloadFault = 'cut' | 'hash' | 'full' | 'refused'

const idleMilliseconds = 20_000

/** Fetches one file from where an earlier try ended, verifies it whole, and only then gives it its name (incident I16). */
export async function download(
  file: WantedMedia,
  wanted: readonly WantedMedia[],
  now: Instant,
  { http, media, signal }: { readonly http: ServerHttp; readonly media: MediaStore; readonly signal: AbortSignal },
): Promise<{ readonly fault: DownloadFault | null; readonly letGo: readonly Sha256[] }> {
  let letGo: readonly Sha256[] = []
  try {
    const room = media.makeRoom(file, wanted, now)
    if (!room) return { fault: 'full', letGo }
    letGo = room
    if (media.partBytes(file.sha256) > file.bytes) rmSync(media.partPath(file.sha256), { force: true })
    if (media.partBytes(file.sha256) < file.bytes) {
      const fault = await fetchRest(file, media, http, signal)
      if (fault) return { fault, letGo }
    }
    if (media.partBytes(file.sha256) < file.bytes) return { fault: 'cut', letGo }
    return { fault: (await media.finish(file.sha256)) ? null : 'hash', letGo }
  } catch (error) {
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error))
    if (full) rmSync(media.partPath(file.sha256), { force: true })
    return { fault: full ? 'full' : 'cut', letGo }
  }
}

async function fetchRest(
  file: WantedMedia,
  media: MediaStore,
  http: ServerHttp,
  signal: AbortSignal,
): Promise<DownloadFault | null> {
  const idle = new AbortController()
  const timer = setTimeout(() => idle.abort(), idleMilliseconds)
  try {
    let position = media.partBytes(file.sha256)
    const response = await http.media(file.sha256, position, AbortSignal.any([signal, idle.signal]))
    if (response.status === 200) position = 0
    else if (response.status !== 206 || !response.headers.get('content-range')?.startsWith(`bytes ${position}-`)) {
      await response.body?.cancel()
      if (response.status === 416) rmSync(media.partPath(file.sha256), { force: true })
      return 'refused'
    }
    const part = await open(media.partPath(file.sha256), position === 0 ? 'w' : 'r+', 0o600)
    try {
      for await (const chunk of response.body ?? []) {
        timer.refresh()
        if (position + chunk.length > file.bytes) {
          rmSync(media.partPath(file.sha256), { force: true })
          return 'hash'
        }
        await part.write(chunk, 0, chunk.length, position)
        position += chunk.length
      }
      await part.sync()
    } finally {
      await part.close()
    }
    return null
  } finally {
    clearTimeout(timer)
  }
}
