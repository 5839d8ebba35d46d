import type { AccountId } from '@nguon/domain/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { expect, it } from 'vitest'
import { settableClock } from './clock.ts'
import { transact } from './database.ts'
import { forgetAnswers, once } from './idempotency.ts'

const accountId = 'a'.repeat(26) as AccountId

describeOnBothDatabases('a create that is repeated', database => {
  const clock = settableClock(Date.UTC(2026, 10, 21))
  let made = 0
  const create = (key: string | undefined, input: unknown = { title: 'Họp dân' }) =>
    transact(database().db, tx =>
      once(tx, { clock }, { accountId, operation: 'bulletins.create', key, input }, () =>
        Promise.resolve({ made: (made += 1) }),
      ),
    )

  it('is done once for a key, and answered alike', async () => {
    const first = await create('key-one-1')
    expect(await create('key-one-1')).toEqual(first)
    expect(await create('key-two-2')).not.toEqual(first)
    expect(await create(undefined)).not.toEqual(await create(undefined))
  })

  it('is done once when both callers come at the same time', async () => {
    const [first, second] = await Promise.all([create('key-race-1'), create('key-race-1')])
    expect(second).toEqual(first)
  })

  it('refuses a key that came with something else', async () => {
    await create('key-other')
    await expect(create('key-other', { title: 'Cắt điện' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED')
  })

  it('is forgotten after a week', async () => {
    const first = await create('key-old-1')
    clock.advance(8 * 24 * 3_600_000)
    await transact(database().db, tx => forgetAnswers(tx, clock.now()))
    expect(await create('key-old-1')).not.toEqual(first)
  })
})
