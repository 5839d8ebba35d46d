import { canonicalHash } from '@nguon/contract/signing'
import { contentOf } from '@nguon/domain/approval'
import type { Actor, BulletinId, Sha256 } from '@nguon/domain/platform'
import { findLines } from '@nguon/server/audit'
import { findBulletin, listSubmitted } from '@nguon/server/bulletins'
import { newId, settableClock } from '@nguon/server/platform'
import {
  type BulletinDesk,
  bulletinContent,
  callerOf,
  inTwoLanguages,
  openBulletinDesk,
} from '@nguon/tests/bulletin-desk'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { somebody } from '@nguon/tests/sample-tree'
import { plantPicture } from '@nguon/tests/voiced'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { decidingAt } from './deciding.fixture.ts'
import { returnBulletin } from './return-bulletin.ts'
import { reviewBulletin } from './review-bulletin.ts'
import { decisionsOf } from './store.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))

describeOnBothDatabases('a decision about a bulletin', database => {
  let desk: BulletinDesk
  let sheet: { mediaSha256: Sha256 }
  const { approve, enterPaper, inDays, limits, withFactor } = decidingAt(() => desk)
  const db = () => database().db

  beforeAll(async () => {
    desk = await openBulletinDesk(db(), { clock })
    sheet = { mediaSha256: await plantPicture(db(), { clock }, { unitId: desk.tree.commune.id }) }
  })

  it('C2: an approval binds the words, the reading, the sound and the limits by one hash, and is in the audit trail', async () => {
    const id = await desk.ready()
    const audioSha256 = await desk.voice(id)
    const given = limits({ area: [desk.tree.village.id, desk.tree.commune.id, desk.tree.village.id] })
    const approval = await approve(id, { limits: given, remark: 'Đã nghe' })
    const sounding = { language: 'vi', reading: 'đọc là một giọng', audioSha256 } as const
    expect(approval.contentHash).toBe(await canonicalHash(contentOf(bulletinContent(), [sounding], given)))
    expect(approval).toMatchObject({
      decision: 'approved',
      deciderName: 'Trần Văn Nam',
      reason: 'Đã nghe',
      paper: null,
    })
    expect(await decisionsOf(db(), id, 10)).toEqual([approval])
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'published', reason: null })
    const lines = await findLines(db(), { unitIds: null, subjectId: id, before: null, limit: 10 })
    expect(lines.find(line => line.action === 'bulletins.approve')).toMatchObject({
      accountId: desk.approver.accountId,
      details: { approvalId: approval.id, contentHash: approval.contentHash, remark: 'Đã nghe' },
    })
  })

  it('C2: a bulletin approved without being published waits for that', async () => {
    const id = await desk.ready()
    await approve(id, { publish: false })
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'approved' })
  })

  it('C2: a return says why and leads back to the author', async () => {
    const id = await desk.ready()
    const decision = await desk.write(tx =>
      returnBulletin(tx, desk.parts, callerOf(desk.approver), { id, version: 1, reason: 'Sai ngày' }),
    )
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'returned', reason: 'Sai ngày' })
    expect(await decisionsOf(db(), id, 10)).toEqual([decision])
    expect(decision).toMatchObject({ decision: 'returned', reason: 'Sai ngày', contentHash: null, limits: null })
  })

  it('C2: duyệt giấy is entered by another person, with its sheet, and marked as such', async () => {
    const id = await desk.ready()
    const approval = await enterPaper(id, sheet)
    expect(approval).toMatchObject({
      decision: 'approved',
      decidedBy: desk.operator.accountId,
      paper: { ...sheet, signerName: 'Phạm Văn Bình' },
    })
    expect(approval.contentHash).not.toBeNull()
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'published' })
    const lines = await findLines(db(), { unitIds: null, subjectId: id, before: null, limit: 10 })
    expect(lines.find(line => line.action === 'bulletins.approve')?.details).toMatchObject({
      paper: { ...sheet, signerName: 'Phạm Văn Bình' },
    })
  })

  it('two approvers at once: one decides, the other is told', async () => {
    const id = await desk.ready()
    const other = somebody('approver', desk.tree.province)
    const results = await Promise.allSettled([approve(id), approve(id, {}, other)])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(result => result.status === 'rejected')?.reason).toMatchObject({
      message: 'BULLETIN_STATE_FORBIDS',
    })
    expect(await decisionsOf(db(), id, 10)).toHaveLength(1)
  })

  it('T6: the review shows what sounds, what is missing, and only what changed since the last approval', async () => {
    const review = (id: BulletinId, language: 'vi' | 'en' = 'vi') =>
      reviewBulletin(db(), desk.parts, { actor: desk.approver, language }, id)
    const id = await desk.create(inTwoLanguages)
    await desk.move(id, 'submit')
    await desk.voice(id)
    await desk.voice(id, { language: 'rad', place: 1, state: 'rendering', progress: 0.45 })
    expect(await review(id)).toMatchObject({
      soundings: [{ language: 'vi', seconds: 10.24, loudnessLufs: -18 }],
      waitingFor: expect.stringContaining('tiếng Ê Đê) chưa tạo xong: 45%') as string,
      suggestedLimits: limits({ period: { startsAt: inDays(0), endsAt: inDays(30) } }),
      changedSince: null,
      decisions: [],
    })
    await desk.voice(id, { language: 'rad', place: 1, state: 'failed' })
    expect((await review(id, 'en')).waitingFor).toContain('is not ready: failed')
    await desk.voice(id, { language: 'rad', place: 1, sound: 'giọng Ê Đê' })
    await approve(id)
    await desk.edit(id, 1, { ...inTwoLanguages, place: 'Nhà văn hóa' })
    expect(await review(id)).toMatchObject({
      changedSince: { version: 1, fields: [{ field: 'place', before: '', after: 'Nhà văn hóa' }] },
      decisions: [{ decision: 'approved', version: 1 }],
    })
  })

  it('T6: what waits for an approver is what others submitted in their units, longest first', async () => {
    const waiting = async (actor: Actor, limit = 50) => {
      const page = await listSubmitted(db(), desk.parts, actor, { limit, cursor: undefined })
      return { ids: page.items.map(item => item.id), nextCursor: page.nextCursor }
    }
    const village = somebody('approver', desk.tree.village)
    const first = await desk.ready({}, desk.tree.village)
    clock.advance(1000)
    const second = await desk.ready({}, desk.tree.village)
    await desk.create({}, desk.tree.village)
    expect(await waiting(village)).toEqual({ ids: [first, second], nextCursor: null })
    const { nextCursor } = await waiting(village, 1)
    const rest = await listSubmitted(db(), desk.parts, village, { limit: 1, cursor: nextCursor ?? '' })
    expect(rest.items.map(item => item.id)).toEqual([second])
    expect((await waiting({ ...desk.author, grants: village.grants })).ids).toEqual([])
    expect((await waiting(somebody('approver', desk.tree.sibling))).ids).toEqual([])
    await approve(first, {}, village)
    expect((await waiting(village)).ids).toEqual([second])
  })

  it.each([
    { written: 'priority', minutesAgo: 60 },
    { written: 'emergency', minutesAgo: 9 },
  ] as const)(
    'T6: $written goes out with a second factor of $minutesAgo minutes ago',
    async ({ written, minutesAgo }) => {
      const approval = await approve(await desk.ready({ class: written }), {}, withFactor(desk.approver, minutesAgo))
      expect(approval.limits?.class).toBe(written)
    },
  )

  it('T6: where the unit asks approvers for a second factor, one of today is asked for each decision', async () => {
    const at = new Date(clock.now())
    const { accountId } = desk.approver
    await sql`INSERT INTO identity.account (id, user_name, name, email, created_at, updated_at)
      VALUES (${accountId}, 'tran.nam', 'Trần Văn Nam', 'tran.nam@xa', ${at}, ${at})`.execute(db())
    await sql`INSERT INTO identity.grant_ (id, account_id, role, unit_id, valid_from, created_at)
      VALUES (${newId(clock.now())}, ${accountId}, 'approver', ${desk.tree.commune.id}, ${at}, ${at})`.execute(db())
    await sql`INSERT INTO identity.sign_in_policy (unit_id, second_factor_roles, version, updated_at)
      VALUES (${desk.tree.province.id}, ARRAY['approver'], 1, ${at})`.execute(db())
    const id = await desk.ready()
    await expect(approve(id, {}, withFactor(desk.approver, 13 * 60))).rejects.toThrow('SECOND_FACTOR_REQUIRED')
    await approve(id, {}, withFactor(desk.approver, 11 * 60))
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'published' })
    await sql`DELETE FROM identity.sign_in_policy`.execute(db())
  })
})
