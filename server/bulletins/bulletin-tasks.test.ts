import { bulletinContentField } from '@nguon/contract/bulletins'
import type { Actor, BulletinId } from '@nguon/domain/platform'
import { openTicker, settableClock, type Transaction, transact } from '@nguon/server/platform'
import { listTasks } from '@nguon/server/tasks'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { plantSampleTree, type SampleTree, somebody } from '@nguon/tests/sample-tree'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BulletinParts } from './bulletin-parts.ts'
import { createBulletin } from './create-bulletin.ts'
import { editBulletin } from './edit-bulletin.ts'
import { moveBulletin } from './move-bulletin.ts'
import { openBulletins } from './open-bulletins.ts'
import { submitBulletin } from './submit-bulletin.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const ticker = openTicker({ log: pino({ level: 'silent' }) })
const minute = 60_000

describeOnBothDatabases('T6: a bulletin stands in the lists of those it waits for', database => {
  let tree: SampleTree
  let parts: BulletinParts
  let author: Actor
  let approver: Actor

  beforeAll(async () => {
    const { db } = database()
    tree = await plantSampleTree(db, { clock })
    parts = openBulletins({ db, clock, ticker }).parts
    author = somebody('author', tree.commune)
    approver = somebody('approver', tree.commune)
  })
  afterAll(() => ticker.stop())

  const write = <T>(work: (tx: Transaction) => Promise<T>) => transact(database().db, work)
  const content = (bulletinClass = 'normal') =>
    bulletinContentField.parse({ class: bulletinClass, texts: [{ title: 'Lịch cắt điện', body: 'Kính thưa bà con.' }] })
  const submitted = async (bulletinClass?: string): Promise<BulletinId> => {
    const given = { unitId: tree.commune.id, content: content(bulletinClass) }
    const id = await write(tx => createBulletin(tx, parts, { actor: author, address: null }, given))
    await write(tx => submitBulletin(tx, parts, { actor: author, address: null }, { id, version: 1 }))
    return id
  }
  const move = (id: BulletinId, act: 'recall' | 'approve' | 'return', actor: Actor) =>
    write(tx => moveBulletin(tx, parts, { actor, address: null }, { id, version: 1, act, reason: 'Sai ngày' }))
  const told = async (actor: Actor) => {
    const { items } = await listTasks(database().db, { clock }, actor, { limit: 100 })
    return items.map(task => `${task.title.vi} (${task.pressure})`)
  }

  it.each([
    ['recalled by its author', 'recall'],
    ['approved', 'approve'],
  ] as const)('submitted it waits for the approvers of its unit, until it is %s', async (_, act) => {
    const id = await submitted()
    expect(await told(approver)).toEqual(['Duyệt tin “Lịch cắt điện” (new)'])
    expect(await told(author)).toEqual([])
    expect(await told(somebody('approver', tree.sibling))).toEqual([])
    await move(id, act, act === 'recall' ? author : approver)
    expect(await told(approver)).toEqual([])
  })

  it('returned it waits for whoever submitted it, with the reason, until it is mended', async () => {
    const id = await submitted()
    await move(id, 'return', approver)
    expect(await told(approver)).toEqual([])
    expect(await told(author)).toEqual(['Sửa tin bị trả lại “Lịch cắt điện”: Sai ngày (new)'])
    const edit = { id, version: 1, content: content('priority'), reopen: false }
    await write(tx => editBulletin(tx, parts, { actor: author, address: null }, edit))
    expect(await told(author)).toEqual([])
  })

  it('what is urgent presses after ten minutes, the rest after an hour', async () => {
    const [normal, priority] = [await submitted(), await submitted('priority')]
    clock.advance(10 * minute)
    const pressures = (await told(approver)).map(line => line.slice(line.indexOf('(')))
    expect(pressures).toEqual(['(waiting)', '(new)'])
    clock.advance(50 * minute)
    expect((await told(approver)).every(line => line.endsWith('(waiting)'))).toBe(true)
    for (const id of [normal, priority]) await move(id, 'recall', author)
  })
})
