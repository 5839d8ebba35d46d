import type { Logger } from 'pino'
import { afterCommit } from './transaction-guard.ts'

/** What one module tells those above it, in the past tense, after the commit. Nothing may depend on hearing it. */
export interface Announcement<Payload> {
  readonly name: string
  /** Inside a transaction: heard once it is committed, never when it is rolled back. */
  announce(payload: Payload): void
  hear(listener: (payload: Payload) => void | Promise<void>): () => void
}

/** Made once by the module that owns it, with a name in the past tense such as `bulletinApproved`. */
export function announcement<Payload>(name: string, { log }: { log: Logger }): Announcement<Payload> {
  const listeners = new Set<(payload: Payload) => void | Promise<void>>()
  const tell = async (payload: Payload) => {
    for (const listener of listeners) {
      try {
        await listener(payload)
      } catch (error) {
        log.error({ error, announcement: name }, 'a listener failed')
      }
    }
  }
  return {
    name,
    announce: payload => afterCommit(() => void tell(payload)),
    hear: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
