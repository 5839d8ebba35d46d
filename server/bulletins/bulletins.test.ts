import { bulletinContentField } from '@nguon/contract/bulletins'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { Actor, BulletinId } from '@nguon/domain/platform'
import { findLines } from '@nguon/server/audit'
import { following, settableClock, type Transaction, transact } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { plantSampleTree, type SampleTree, somebody } from '@nguon/tests/sample-tree'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { BulletinParts } from './bulletin-parts.ts'
import type { BulletinStep } from './bulletin-step.ts'
import { createBulletin } from './create-bulletin.ts'
import { duplicateBulletin } from './duplicate-bulletin.ts'
import { editBulletin } from './edit-bulletin.ts'
import { expireBulletins } from './expire-bulletins.ts'
import { moveBulletin } from './move-bulletin.ts'
import { readBulletin, readVersion } from './read-bulletin.ts'
import { compareVersions, readHistory } from './read-history.ts'
import { submitBulletin } from './submit-bulletin.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const hour = 3_600_000

function content(title: string, more: object = {}): BulletinContent {
  return bulletinContentField.parse({ texts: [{ title, body: 'Kính thưa bà con, điện ngừng từ 7 giờ.' }], ...more })
}

describeOnBothDatabases('a bulletin', database => {
  const steps: BulletinStep[] = []
  const told = following<BulletinStep>()
  told.follow((_tx, step) => Promise.resolve(void steps.push(step)))
  const parts: BulletinParts = { clock, steps: told, created: following() }
  let tree: SampleTree
  let author: Actor
  let approver: Actor
  const write = <T>(work: (tx: Transaction) => Promise<T>) => transact(database().db, work)
  const caller = (actor: Actor) => ({ actor, address: null })
  const create = (given = content('Lịch cắt điện'), actor = author) =>
    write(tx => createBulletin(tx, parts, caller(actor), { unitId: tree.commune.id, content: given }))
  const read = (id: BulletinId, actor = author) => readBulletin(database().db, parts, actor, id)
  const edit = (id: BulletinId, version: number, given: BulletinContent, { reopen = false, actor = author } = {}) =>
    write(tx => editBulletin(tx, parts, caller(actor), { id, version, content: given, reopen }))
  const submit = (id: BulletinId, version = 1) =>
    write(tx => submitBulletin(tx, parts, caller(author), { id, version }))
  const move = (
    id: BulletinId,
    act: 'recall' | 'approve' | 'return' | 'publish' | 'withdraw',
    actor = approver,
    version = 1,
  ) => write(tx => moveBulletin(tx, parts, caller(actor), { id, version, act, reason: 'Sai ngày' }))

  beforeAll(async () => {
    tree = await plantSampleTree(database().db, { clock })
    author = somebody('author', tree.commune)
    approver = somebody('approver', tree.commune, 'Trần Văn Nam')
  })

  it('C1: keeps all that was written, and tells what can be done next', async () => {
    const given = content('Thông báo tiêm chủng', {
      class: 'priority',
      topicId: 'health',
      documentNumber: '2588/QĐ-UBND',
      penName: 'Hoa Nguyễn',
      validUntil: clock.now() + hour,
      texts: [
        { title: 'Thông báo tiêm chủng', body: 'Kính thưa bà con.' },
        { language: 'rad', title: 'Hdĭp mda', body: 'Ê ayŏng adei.' },
      ],
      links: [{ url: 'https://daklak.gov.vn/' }],
    })
    const id = await create(given)
    const found = await read(id)
    expect(found.content).toEqual(given)
    expect(found).toMatchObject({ state: 'draft', version: 1, openActs: ['edit', 'submit', 'withdraw'] })
  })

  it('C2: goes from draft to published, each step in the audit trail and told to the modules above', async () => {
    steps.length = 0
    const id = await create()
    await submit(id)
    await move(id, 'approve')
    await move(id, 'publish')
    expect((await read(id)).state).toBe('published')
    expect(steps.map(({ act, before, after }) => [act, before.state, after.state])).toEqual([
      ['submit', 'draft', 'submitted'],
      ['approve', 'submitted', 'approved'],
      ['publish', 'approved', 'published'],
    ])
    const lines = await findLines(database().db, { unitIds: null, subjectId: id, before: null, limit: 10 })
    expect(lines.map(line => line.action).toSorted()).toEqual([
      'bulletins.approve',
      'bulletins.create',
      'bulletins.publish',
      'bulletins.submit',
    ])
  })

  it('C2: an edit of what is relied on must be meant, and leads back to the draft', async () => {
    const id = await create()
    await submit(id)
    await expect(edit(id, 1, content('Lịch mới'))).rejects.toMatchObject({
      message: 'BULLETIN_RELIED_ON',
      data: { state: 'Chờ duyệt' },
    })
    await edit(id, 1, content('Lịch mới'), { reopen: true })
    expect(await read(id)).toMatchObject({ state: 'draft', version: 2, submittedBy: null })
  })

  it('two people who edit at once: the second is told, and nothing is lost', async () => {
    const id = await create()
    const results = await Promise.allSettled([
      edit(id, 1, content('Bản của Hoa')),
      edit(id, 1, content('Bản của Nam'), { actor: approver }),
    ])
    expect(results.map(result => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(result => result.status === 'rejected')?.reason).toMatchObject({
      message: 'STALE_VERSION',
      data: { current: 2 },
    })
    expect((await read(id)).version).toBe(2)
  })

  it('a version is written once; the history shows who wrote which, and only what changed', async () => {
    const id = await create(content('Cắt điện thôn 1'))
    await edit(id, 1, content('Cắt điện thôn 2', { class: 'priority' }))
    const history = await readHistory(database().db, parts, author, { id, limit: 1 })
    expect(history.items).toMatchObject([{ number: 2, title: 'Cắt điện thôn 2', writerName: 'Nguyễn Thị Hoa' }])
    const rest = await readHistory(database().db, parts, author, { id, limit: 1, cursor: history.nextCursor ?? '' })
    expect(rest).toMatchObject({ items: [{ number: 1 }], nextCursor: null })
    expect((await readVersion(database().db, parts, author, { id, number: 1 })).content.class).toBe('normal')
    const { fields } = await compareVersions(database().db, parts, author, { id, from: 1, to: 2 })
    expect(fields.map(change => change.field)).toEqual(['vi.title', 'class'])
    await expect(sql`UPDATE bulletins.version SET title = 'x'`.execute(database().db)).rejects.toThrow('written once')
  })

  it('a copy is a draft of its own without the old validity', async () => {
    const id = await create(content('Họp thôn', { validUntil: clock.now() + hour }))
    const copy = await write(tx => duplicateBulletin(tx, parts, caller(author), { id, unitId: tree.village.id }))
    expect(await read(copy)).toMatchObject({ unitId: tree.village.id, state: 'draft', content: { validUntil: null } })
  })

  it('a create that is repeated with its key makes one bulletin', async () => {
    const again = () =>
      write(tx =>
        createBulletin(tx, parts, caller(author), {
          unitId: tree.commune.id,
          content: content('Một lần'),
          idempotencyKey: 'form-0001',
        }),
      )
    expect(await again()).toBe(await again())
  })

  it('ends by itself when its validity is over', async () => {
    const id = await create(content('Hết hạn', { validUntil: clock.now() + hour }))
    await submit(id)
    await move(id, 'approve')
    expect(await expireBulletins(database().db, parts)).toBe(0)
    clock.advance(hour)
    expect(await expireBulletins(database().db, parts)).toBe(1)
    expect((await read(id)).state).toBe('expired')
  })

  it.each([
    {
      refusal: 'BULLETIN_EMPTY',
      act: async () => submit(await create(content('Chỉ có tiêu đề', { texts: [{ title: 'Chỉ có tiêu đề' }] }))),
    },
    {
      refusal: 'BULLETIN_VALIDITY_REVERSED',
      act: () => create(content('Ngược', { validFrom: clock.now(), validUntil: clock.now() })),
    },
    {
      refusal: 'BULLETIN_VALIDITY_OVER',
      act: async () => submit(await create(content('Đã qua', { validUntil: clock.now() - 1 }))),
    },
    { refusal: 'BULLETIN_STATE_FORBIDS', act: async () => move(await create(), 'publish') },
    { refusal: 'FORBIDDEN', act: () => create(content('Xã khác'), somebody('author', tree.sibling)) },
    { refusal: 'FORBIDDEN', act: async () => move(await create(), 'approve', author) },
    { refusal: 'FORBIDDEN', act: async () => read(await create(), somebody('technician', tree.commune)) },
    { refusal: 'FORBIDDEN', act: async () => read(await create(), somebody('author', tree.village)) },
    { refusal: 'NOT_FOUND', act: () => read('0'.repeat(26) as BulletinId) },
    {
      refusal: 'NOT_FOUND',
      act: () =>
        write(tx =>
          createBulletin(tx, parts, caller(author), { unitId: '0'.repeat(26) as never, content: content('Không có') }),
        ),
    },
  ])('refuses with $refusal', async ({ refusal, act }) => {
    await expect(act()).rejects.toThrow(refusal)
  })
})
