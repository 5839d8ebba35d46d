import { createHash } from 'node:crypto'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { AccountId, Instant } from '@nguon/domain/platform'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Transaction } from './database.ts'

/** One create, as its caller may repeat it after a line was cut. */
export interface Repeatable {
  readonly accountId: AccountId
  /** Module and verb: `bulletins.create`. */
  readonly operation: string
  /** Chosen by the caller; without one every call is another. */
  readonly key: string | undefined
  readonly input: unknown
}

/** How long an answer is kept for a caller who asks again. */
const keptMilliseconds = 7 * 24 * 3_600_000

type IdempotencyTables = {
  'platform.idempotency': {
    accountId: AccountId
    operation: string
    key: string
    inputSha256: string
    result: unknown
    createdAt: Date
  }
}

/**
 * Runs `work` once for a key and gives its answer again to whoever repeats the call, in the transaction of the work
 * itself. The answer is plain JSON. A second caller with the key waits for the first.
 * @throws IDEMPOTENCY_KEY_REUSED when the key came with another input
 */
export async function once<Result>(
  tx: Transaction,
  { clock }: { clock: Clock },
  { accountId, operation, key, input }: Repeatable,
  work: () => Promise<Result>,
): Promise<Result> {
  if (key === undefined) return work()
  const db = tx.withTables<IdempotencyTables>()
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${accountId} ${operation} ${key}`}, 0))`.execute(tx)
  const inputSha256 = createHash('sha256')
    .update(canonicalize(input) ?? '')
    .digest('hex')
  const before = await db
    .selectFrom('platform.idempotency')
    .select(['inputSha256', 'result'])
    .where('accountId', '=', accountId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst()
  if (before) {
    if (before.inputSha256 !== inputSha256) throw new Refusal(platformRefusals.IDEMPOTENCY_KEY_REUSED)
    return before.result as Result
  }
  const result = await work()
  const createdAt = clock.now()
  await db
    .insertInto('platform.idempotency')
    .values({
      accountId,
      operation,
      key,
      inputSha256,
      result: sql`${JSON.stringify(result)}::jsonb`,
      createdAt: new Date(createdAt),
    })
    .execute()
  return result
}

/** Forgets answers nobody will ask for again. */
export async function forgetAnswers(tx: Transaction, now: Instant): Promise<void> {
  await tx
    .withTables<IdempotencyTables>()
    .deleteFrom('platform.idempotency')
    .where('createdAt', '<', new Date(now - keptMilliseconds))
    .execute()
}
