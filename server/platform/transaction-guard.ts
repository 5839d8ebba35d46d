import { AsyncLocalStorage } from 'node:async_hooks'

interface OpenTransaction {
  open: boolean
  readonly afterCommit: (() => void)[]
}

const current = new AsyncLocalStorage<OpenTransaction>()

/** Runs `work` as the inside of a transaction; what it put into `afterCommit` is the caller's to run once it is committed. */
export async function insideTransaction<T>(
  work: () => Promise<T>,
): Promise<{ value: T; afterCommit: readonly (() => void)[] }> {
  const transaction: OpenTransaction = { open: true, afterCommit: [] }
  try {
    return { value: await current.run(transaction, work), afterCommit: transaction.afterCommit }
  } finally {
    transaction.open = false
  }
}

/**
 * The embedded database has one session: a call on the root handle while the same flow holds a transaction would wait
 * for itself for ever. It throws at once instead, on both databases, so that tests on either find it.
 */
export function refuseInsideTransaction(what: string): void {
  if (current.getStore()?.open) {
    throw new Error(`${what} inside a transaction: hand the transaction on instead`)
  }
}

export function afterCommit(run: () => void): void {
  const transaction = current.getStore()
  if (!transaction?.open) throw new Error('an announcement belongs inside a transaction')
  transaction.afterCommit.push(run)
}
