import type { Instant, Sha256 } from '@nguon/domain/platform'
import { fetchDelay, type WantedMedia } from '@nguon/domain/player'
import type { TrustedTime } from '../clock/trusted-time.ts'
import type { Clock } from '../clock/clock.ts'
import { backoff } from '../link/backoff.ts'
import type { ServerHttp } from '../link/server-http.ts'
import type { MediaStore } from '../store/media-store.ts'
import { download, type DownloadFault } from './download.ts'

export interface PrefetchNeeds {
  readonly clock: Clock
  readonly time: TrustedTime
  readonly http: ServerHttp
  readonly media: MediaStore
  /** Everything still to come, the most urgent first. */
  readonly wanted: (now: Instant) => readonly WantedMedia[]
  /** This device's own place, 0 to 1, in the spread of a province. */
  readonly share: number
  readonly ready: (sha256: Sha256) => void
  readonly letGo: (sha256: Sha256) => void
  readonly failed: (sha256: Sha256, fault: DownloadFault) => void
}

const urgentMilliseconds = 120_000
const longestBackoff = 300_000
const longestUrgentBackoff = 4_000

/** Fetches one file after the other in the order they are needed; `wake` looks again and drops a less urgent download. */
export function startPrefetch(needs: PrefetchNeeds): { readonly wake: () => void } {
  const { clock, time } = needs
  const seenAt = new Map<Sha256, Instant>()
  const retries = new Map<Sha256, { failures: number; at: number }>()
  let current: { readonly sha256: Sha256; readonly abort: AbortController } | null = null
  let cancelTimer = () => {}

  function wake(): void {
    cancelTimer()
    const now = time.now()
    if (now === null) return
    const missing = needs.wanted(now).filter(file => !file.ready)
    const starts = missing.map(file => startOf(file, now))
    const index = starts.findIndex(start => start <= now)
    const file = missing[index]
    if (file && !current) void fetchOne(file, now)
    else if (file && current && file.sha256 !== current.sha256) current.abort.abort()
    const later = starts.filter(start => start > now)
    if (later.length > 0) cancelTimer = clock.at(clock.monotonic() + Math.min(...later) - now, wake)
  }

  function startOf(file: WantedMedia, now: Instant): number {
    const seen = seenAt.get(file.sha256) ?? now
    seenAt.set(file.sha256, seen)
    return Math.max(seen + fetchDelay(file.neededAt, seen, needs.share), retries.get(file.sha256)?.at ?? 0)
  }

  async function fetchOne(file: WantedMedia, now: Instant): Promise<void> {
    const abort = new AbortController()
    current = { sha256: file.sha256, abort }
    const wanted = needs.wanted(now)
    const result = await clock.during(download(file, wanted, now, { ...needs, signal: abort.signal }))
    current = null
    for (const sha256 of result.letGo) needs.letGo(sha256)
    if (result.fault === null) {
      retries.delete(file.sha256)
      seenAt.delete(file.sha256)
      needs.ready(file.sha256)
    } else if (!abort.signal.aborted) {
      const failures = (retries.get(file.sha256)?.failures ?? 0) + 1
      const longest = file.neededAt - now < urgentMilliseconds ? longestUrgentBackoff : longestBackoff
      retries.set(file.sha256, { failures, at: now + backoff(failures, longest) })
      needs.failed(file.sha256, result.fault)
    }
    wake()
  }

  return { wake }
}
