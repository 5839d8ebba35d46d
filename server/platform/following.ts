import type { Transaction } from './database.ts'

/** What a higher module does inside the transaction in which a lower one changed something. */
export type Follower<Payload> = (tx: Transaction, payload: Payload) => Promise<void>

/**
 * A contribution: the low module tells what changed without knowing who follows; what has to happen later is a job the
 * follower enqueues in the same transaction, so that it is never lost.
 */
export interface Following<Payload> {
  tell(tx: Transaction, payload: Payload): Promise<void>
  follow(follower: Follower<Payload>): void
}

export function following<Payload>(): Following<Payload> {
  const followers: Follower<Payload>[] = []
  return {
    tell: async (tx, payload) => {
      for (const follower of followers) await follower(tx, payload)
    },
    follow: follower => void followers.push(follower),
  }
}
