import type { Instant } from '@nguon/domain/platform'
import { useSyncExternalStore } from 'react'

const everyMilliseconds = 30_000

/** Steps of half a minute, so that every part of a screen shows the same moment. */
function read(): Instant {
  return (Math.floor(Date.now() / everyMilliseconds) * everyMilliseconds) as Instant
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, everyMilliseconds)
  return () => clearInterval(timer)
}

/** The present moment, renewed while the screen is open. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, read)
}
