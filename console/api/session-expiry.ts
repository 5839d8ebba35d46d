/**
 * When a session ends while someone works, the call that noticed it waits here until they have signed in again, and is
 * then made anew: nothing that was typed is lost, and nothing has to be pressed twice.
 */
let waiting: ((signedIn: boolean) => void)[] = []
let watched = false
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

export const sessionExpiry = {
  /** Before anyone is signed in, and on the sign-in page, an ended session is nothing to wait for. */
  watch(on: boolean): void {
    watched = on
  },
  isWatched: (): boolean => watched,
  isWaiting: (): boolean => waiting.length > 0,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Resolves to true when the person is back. */
  waitForSignIn(): Promise<boolean> {
    return new Promise(resolve => {
      waiting.push(resolve)
      tell()
    })
  },
  end(signedIn: boolean): void {
    const resolved = waiting
    waiting = []
    tell()
    for (const resolve of resolved) resolve(signedIn)
  },
}
