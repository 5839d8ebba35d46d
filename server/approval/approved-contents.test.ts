import { type BulletinId, instant, millisecondsPerDay } from '@nguon/domain/platform'
import { expireBulletins } from '@nguon/server/bulletins'
import { settableClock } from '@nguon/server/platform'
import { type BulletinDesk, openBulletinDesk } from '@nguon/tests/bulletin-desk'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { approvedContents } from './approved-contents.ts'
import { decidingAt } from './deciding.fixture.ts'
import { openApproval } from './open-approval.ts'
import { checkApproval } from './review-bulletin.ts'
import { decisionsOf } from './store.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))

describeOnBothDatabases('what may go out of a bulletin', database => {
  const told: BulletinId[] = []
  let desk: BulletinDesk
  const { approve } = decidingAt(() => desk)
  const db = () => database().db
  const approved = async (more: object = {}) => {
    const id = await desk.ready(more)
    await approve(id)
    return id
  }
  const found = async (id: BulletinId) => (await approvedContents(db(), [id])).get(id)
  const ending = async (id: BulletinId) => {
    const [last] = await decisionsOf(db(), id, 1)
    return last && { endedAt: last.endedAt, endedBy: last.endedBy }
  }

  beforeAll(async () => {
    desk = await openBulletinDesk(db(), { clock })
    const { approvalChanged } = openApproval({ db: db(), clock }, { parts: desk.parts.bulletins })
    approvalChanged.follow((_tx, { bulletinId }) => Promise.resolve(void told.push(bulletinId)))
  })
  beforeEach(() => {
    told.length = 0
  })

  it('C2: is exactly what was approved, though the same words were voiced anew since', async () => {
    const id = await desk.ready()
    const audioSha256 = await desk.voice(id)
    const { contentHash, limits } = await approve(id)
    await desk.voice(id, { sound: 'một giọng khác' })
    expect(await found(id)).toEqual({
      bulletinId: id,
      title: 'Lịch cắt điện',
      class: 'normal',
      contentHash,
      limits,
      soundings: [{ language: 'vi', audioSha256, bytes: 81_920, seconds: 10.24 }],
    })
    expect(told).toEqual([id])
  })

  it.each([
    { state: 'submitted', make: () => desk.ready(), says: 'NOT_APPROVED', endedBy: undefined },
    {
      state: 'approved and not published',
      make: async () => {
        const id = await desk.ready()
        await approve(id, { publish: false })
        return id
      },
      says: 'NOT_APPROVED',
      endedBy: null,
    },
    {
      state: 'edited',
      make: async () => {
        const id = await approved()
        await desk.edit(id, 1)
        return id
      },
      says: 'NOT_APPROVED',
      endedBy: 'edit',
    },
    {
      state: 'withdrawn',
      make: async () => {
        const id = await approved()
        await desk.move(id, 'withdraw')
        return id
      },
      says: 'WITHDRAWN',
      endedBy: 'withdrawal',
    },
    {
      state: 'expired',
      make: async () => {
        const id = await approved({ validUntil: clock.now() + 1000 })
        clock.advance(1000)
        await expireBulletins(db(), desk.parts.bulletins)
        return id
      },
      says: 'EXPIRED',
      endedBy: 'expiry',
    },
    {
      state: 'approved, for the eyes only',
      make: () => approved({ kind: 'image' }),
      says: 'NO_MEDIA',
      endedBy: null,
    },
  ])('C2: of a bulletin that is $state: $says', async ({ make, says, endedBy }) => {
    const id = await make()
    expect(await found(id)).toBe(says)
    const endedAt = endedBy ? clock.now() : endedBy
    expect(await ending(id)).toEqual(endedBy === undefined ? undefined : { endedAt, endedBy })
    expect((await checkApproval(db(), desk.parts, desk.approver, id)) !== null).toBe(endedBy === null)
  })

  it.each([
    { act: 'published later', change: (id: BulletinId) => desk.move(id, 'publish'), publish: false },
    { act: 'withdrawn', change: (id: BulletinId) => desk.move(id, 'withdraw'), publish: true },
    { act: 'edited', change: (id: BulletinId) => desk.edit(id, 1), publish: true },
  ])('is told in the same transaction when it is $act', async ({ change, publish }) => {
    const id = await desk.ready()
    await approve(id, { publish })
    told.length = 0
    await change(id)
    expect(told).toEqual([id])
  })

  it('is not told where nothing changes', async () => {
    const id = await desk.ready()
    await desk.move(id, 'recall')
    await desk.move(id, 'submit')
    expect(told).toEqual([])
  })

  it('C2: an approval ends once, and the next one is another', async () => {
    const id = await approved()
    await desk.edit(id, 1)
    await desk.move(id, 'submit', { version: 2 })
    await desk.voice(id, { version: 2 })
    clock.advance(1000)
    await approve(id, { version: 2 })
    expect(await decisionsOf(db(), id, 10)).toMatchObject([
      { version: 2, endedAt: null },
      { version: 1, endedBy: 'edit' },
    ])
    expect(await found(id)).toMatchObject({ bulletinId: id })
  })

  it('an approval is no longer in force when its period is over', async () => {
    const id = await approved()
    const check = () => checkApproval(db(), desk.parts, desk.approver, id)
    expect(await check()).toMatchObject({ decision: 'approved' })
    const before = clock.now()
    clock.advance(30 * millisecondsPerDay)
    expect(await check()).toBeNull()
    clock.set(before)
  })

  it('many are asked for at once; those that do not exist are left out', async () => {
    const [first, second] = [await approved(), await desk.ready()]
    const answers = await approvedContents(db(), [first, second, '0'.repeat(26) as BulletinId])
    expect(new Set(answers.keys())).toEqual(new Set([first, second]))
    expect(await approvedContents(db(), [])).toEqual(new Map())
  })

  it.each([
    'UPDATE approval.decision SET limits = NULL',
    "UPDATE approval.decision SET soundings = '[]'",
    'UPDATE approval.decision SET ended_at = NULL, ended_by = NULL',
    'DELETE FROM approval.decision',
  ])('R4: a decision is kept as it was taken: %s', async statement => {
    const id = await approved()
    await desk.move(id, 'withdraw')
    const change = sql`${sql.raw(statement)} WHERE bulletin_id = ${id}`
    await expect(change.execute(db())).rejects.toThrow('kept as it was taken')
    expect(await ending(id)).toEqual({ endedAt: instant(clock.now()), endedBy: 'withdrawal' })
  })
})
