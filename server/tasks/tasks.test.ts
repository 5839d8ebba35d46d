import type { TaskKind } from '@nguon/contract/tasks'
import type { AccountId, Actor, Role, UnitId } from '@nguon/domain/platform'
import { instant } from '@nguon/domain/platform'
import { settableClock, transact } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { plantSampleTree, type SampleTree, somebody } from '@nguon/tests/sample-tree'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countTasks, listTasks } from './list-tasks.ts'
import { closeTask, openTask } from './open-task.ts'
import { readTaskWaits } from './read-task-waits.ts'
import { setTaskWaits } from './set-task-waits.ts'

const minute = 60_000
const clock = settableClock(Date.UTC(2026, 10, 21, 1))

const decide: TaskKind = {
  name: 'test.decide',
  vi: 'Duyệt tin “{title}”',
  en: 'Decide on “{title}”',
  path: '/lam-viec/duyet/{subjectId}',
  title: { vi: 'Duyệt tin', en: 'Decide on bulletins' },
  remindAfterMinutes: 30,
  stepInAfterMinutes: 30,
  longestMinutes: 240,
}

describeOnBothDatabases('T6: what waits for people', database => {
  let tree: SampleTree
  let number = 0
  let subjectId = ''

  beforeAll(async () => {
    tree = await plantSampleTree(database().db, { clock })
  })
  beforeEach(() => {
    subjectId = `subject-${(number += 1)}`
  })

  const open = (assignee: { role: Role } | { accountId: AccountId }, more: { title?: string; dueAt?: number } = {}) =>
    transact(database().db, tx =>
      openTask(
        tx,
        { clock },
        {
          kind: decide,
          subjectId,
          unitId: tree.commune.id,
          assignee,
          values: { title: more.title ?? 'Lịch cắt điện' },
          dueAt: more.dueAt === undefined ? null : instant(more.dueAt),
        },
      ),
    )
  const seenBy = async (actor: Actor) => {
    const { items } = await listTasks(database().db, { clock }, actor, { limit: 200 })
    return items.filter(task => task.subjectId === subjectId)
  }
  const reach = async (actor: Actor) => (await seenBy(actor))[0]?.reach ?? null
  const deputyOf = (accountId: AccountId, role: Role, path: readonly UnitId[]): Actor => ({
    ...somebody(role, tree.village),
    grants: [{ role, unitPath: path, deputyFor: accountId }],
  })

  it('a task of a role waits for its holders and their deputies in that unit, and at first for nobody else', async () => {
    const approver = somebody('approver', tree.commune)
    await open({ role: 'approver' })
    expect((await seenBy(approver))[0]).toMatchObject({
      title: { vi: 'Duyệt tin “Lịch cắt điện”', en: 'Decide on “Lịch cắt điện”' },
      path: `/lam-viec/duyet/${subjectId}`,
      reach: 'own',
      pressure: 'new',
    })
    expect(await reach(deputyOf(approver.accountId, 'approver', tree.commune.path))).toBe('deputy')
    for (const other of [
      somebody('author', tree.commune),
      somebody('approver', tree.sibling),
      somebody('approver', tree.village),
      somebody('approver', tree.province),
    ]) {
      expect(await reach(other)).toBeNull()
    }
  })

  it('left waiting, it presses, and the same role above sees it too; never one beside or below', async () => {
    await open({ role: 'approver' })
    clock.advance(30 * minute)
    expect((await seenBy(somebody('approver', tree.commune)))[0]).toMatchObject({ reach: 'own', pressure: 'waiting' })
    expect(await reach(somebody('approver', tree.province))).toBe('above')
    expect(await reach(somebody('author', tree.province))).toBeNull()
    expect(await reach(somebody('approver', tree.sibling))).toBeNull()
    expect(await reach(somebody('approver', tree.village))).toBeNull()
  })

  it('a task of one account goes to its deputies when it has waited too long', async () => {
    const author = somebody('author', tree.commune)
    const deputy = deputyOf(author.accountId, 'author', tree.commune.path)
    await open({ accountId: author.accountId })
    expect(await reach(author)).toBe('own')
    expect(await reach(deputy)).toBeNull()
    clock.advance(30 * minute)
    expect(await reach(deputy)).toBe('deputy')
    expect(await reach(somebody('author', tree.commune))).toBeNull()
  })

  describe('the units decide how long it waits', () => {
    const parts = { clock, kinds: [decide] }
    const read = (unitId: UnitId) => {
      const who = { actor: somebody('inspector', tree.province), language: 'vi' as const }
      return readTaskWaits(database().db, parts, who, unitId)
    }
    const set = async (unit: 'province' | 'commune', remind: number, stepIn: number) => {
      const { id: unitId } = tree[unit]
      const { version } = await read(unitId)
      const waits = [{ kind: decide.name, remindAfterMinutes: remind, stepInAfterMinutes: stepIn }]
      const actor = somebody('administrator', tree[unit])
      return transact(database().db, tx => setTaskWaits(tx, parts, actor, { unitId, version, waits }))
    }
    const follow = async (unit: 'province' | 'commune') => {
      const { id: unitId } = tree[unit]
      const { version } = await read(unitId)
      const given = { unitId, version, waits: [] }
      await transact(database().db, tx => setTaskWaits(tx, parts, somebody('approver', tree[unit]), given))
    }
    afterEach(async () => {
      await follow('province')
      await follow('commune')
    })
    const pressure = async () => (await seenBy(somebody('approver', tree.commune)))[0]?.pressure
    const above = () => reach(somebody('approver', tree.province))

    it('what the province decides holds for what is opened and for what waits already', async () => {
      await open({ role: 'approver' })
      await set('province', 60, 90)
      clock.advance(59 * minute)
      expect(await pressure()).toBe('new')
      clock.advance(minute)
      expect(await pressure()).toBe('waiting')
      clock.advance(29 * minute)
      expect(await above()).toBeNull()
      clock.advance(minute)
      expect(await above()).toBe('above')
    })

    it('a commune may tighten it for itself alone, and is told the limit where it would loosen it', async () => {
      await set('province', 60, 90)
      await set('commune', 10, 20)
      await open({ role: 'approver' })
      clock.advance(10 * minute)
      expect(await pressure()).toBe('waiting')
      expect(await above()).toBeNull()
      clock.advance(10 * minute)
      expect(await above()).toBe('above')
      expect((await read(tree.sibling.id)).kinds[0]).toMatchObject({ own: null, held: { remindAfterMinutes: 60 } })
      await expect(set('commune', 61, 90)).rejects.toMatchObject({
        kind: { code: 'TASK_WAIT_TOO_LONG' },
        data: { remindAfterMinutes: 60, stepInAfterMinutes: 90 },
      })
    })

    it('nobody switches it off, has others step in first, or writes over what another has just saved', async () => {
      await expect(set('province', 0, 60)).rejects.toMatchObject({ kind: { code: 'TASK_WAIT_TOO_SHORT' } })
      await expect(set('province', 60, 241)).rejects.toMatchObject({ kind: { code: 'TASK_WAIT_TOO_LONG' } })
      await expect(set('province', 60, 30)).rejects.toMatchObject({ kind: { code: 'TASK_STEPS_IN_FIRST' } })
      await set('province', 60, 60)
      const given = { unitId: tree.province.id, version: 0, waits: [] }
      const late = transact(database().db, tx =>
        setTaskWaits(tx, parts, somebody('administrator', tree.province), given),
      )
      await expect(late).rejects.toMatchObject({ kind: { code: 'STALE_VERSION' } })
    })
  })

  it('opened again it stands there once, told anew; closed it is gone, and may be opened again', async () => {
    const approver = somebody('approver', tree.commune)
    await open({ role: 'approver' })
    await open({ role: 'approver' }, { title: 'Lịch cắt nước' })
    expect((await seenBy(approver)).map(task => task.title.vi)).toEqual(['Duyệt tin “Lịch cắt nước”'])
    const close = () =>
      transact(database().db, tx => closeTask(tx, { clock }, { subjectId, kind: decide, by: approver }))
    expect(await close()).toBe(1)
    expect(await close()).toBe(0)
    expect(await seenBy(approver)).toEqual([])
    await open({ role: 'approver' })
    expect(await seenBy(approver)).toHaveLength(1)
  })

  it('an act that is rolled back leaves no task', async () => {
    const act = transact(database().db, async tx => {
      await openTask(
        tx,
        { clock },
        { kind: decide, subjectId, unitId: tree.commune.id, assignee: { role: 'approver' } },
      )
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    expect(await seenBy(somebody('approver', tree.commune))).toEqual([])
  })

  it('what is overdue stands first, is counted, and pages neither lose nor repeat', async () => {
    const { accountId, ...person } = somebody('technician', tree.commune)
    const actor = { ...person, accountId }
    const now = clock.now()
    for (let count = 1; count <= 5; count += 1) {
      subjectId = `page-${accountId}-${count}`
      await open({ accountId }, { dueAt: now + (6 - count) * minute, title: String(count) })
    }
    clock.advance(2 * minute)
    expect(await countTasks(database().db, { clock }, actor)).toEqual({ total: 5, waiting: 0, overdue: 2 })
    const told: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTasks(database().db, { clock }, actor, { limit: 2, ...(cursor ? { cursor } : {}) })
      told.push(...page.items.map(task => `${task.title.vi} ${task.pressure}`))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const titles = ['5 overdue', '4 overdue', '3 new', '2 new', '1 new']
    expect(told).toEqual(titles.map(title => `Duyệt tin “${title.charAt(0)}” ${title.slice(2)}`))
  })
})
