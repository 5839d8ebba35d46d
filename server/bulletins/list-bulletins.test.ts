import { bulletinContentField } from '@nguon/contract/bulletins'
import type { Actor } from '@nguon/domain/platform'
import { following, settableClock, transact } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { plantSampleTree, type SampleTree, somebody } from '@nguon/tests/sample-tree'
import { beforeAll, expect, it } from 'vitest'
import type { BulletinParts } from './bulletin-parts.ts'
import { createBulletin } from './create-bulletin.ts'
import { listBulletins, type ListWish } from './list-bulletins.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const plain: ListWish = {
  search: '',
  unitId: null,
  onlyUnit: false,
  topicId: null,
  state: null,
  class: null,
  kind: null,
  from: null,
  until: null,
  sort: 'best',
  cursor: undefined,
  limit: 50,
}

const bulletins = [
  {
    at: 'commune',
    title: 'Hội nghị thôn 1',
    body: 'Bàn việc làm đường.',
    documentNumber: '2588/QĐ-UBND',
    topicId: 'meetings',
  },
  { at: 'commune', title: 'Hỏi đáp về bảo hiểm', body: 'Mức đóng 1.263.600 đồng.', topicId: 'welfare' },
  {
    at: 'commune',
    title: 'Lịch tiêm chủng',
    body: 'Họp thôn 2 lúc 7 giờ.',
    documentNumber: '12588/KH-UBND',
    topicId: 'health',
  },
  { at: 'village', title: 'Thôn 1 dọn vệ sinh', body: 'Mang theo cuốc, xẻng.', topicId: 'environment' },
  { at: 'sibling', title: 'Hội nghị xã bên', body: 'Theo Quyết định 2588/QĐ-UBND.', topicId: 'meetings' },
] as const

describeOnBothDatabases('the archive of bulletins', database => {
  const parts: Pick<BulletinParts, 'clock' | 'created'> = { clock, created: following() }
  let tree: SampleTree
  let reader: Actor
  let everyone: Actor
  const titles = async (wish: Partial<ListWish>, actor = reader) =>
    (await listBulletins(database().db, parts, actor, { ...plain, ...wish })).items.map(item => item.title)

  beforeAll(async () => {
    tree = await plantSampleTree(database().db, { clock })
    reader = somebody('operator', tree.commune)
    everyone = somebody('inspector', tree.province)
    const author = somebody('author', tree.province)
    for (const { at, title, body, topicId, ...more } of bulletins) {
      clock.advance(1000)
      const content = bulletinContentField.parse({ texts: [{ title, body }], topicId, ...more })
      await transact(database().db, tx =>
        createBulletin(tx, parts, { actor: author, address: null }, { unitId: tree[at].id, content }),
      )
    }
  })

  it.each([
    { search: '2588', found: ['Hội nghị thôn 1'] },
    { search: '2588/QĐ-UBND', found: ['Hội nghị thôn 1'] },
    { search: '2588/qd-ubnd', found: ['Hội nghị thôn 1'] },
    { search: 'hoi nghi', found: ['Hội nghị thôn 1'] },
    { search: 'hoi', found: ['Hỏi đáp về bảo hiểm', 'Hội nghị thôn 1'] },
    { search: 'hội', found: ['Hội nghị thôn 1', 'Hỏi đáp về bảo hiểm'] },
    { search: 'duong', found: ['Hội nghị thôn 1'] },
    { search: 'bao hie', found: ['Hỏi đáp về bảo hiểm'] },
    { search: '1.263.600', found: ['Hỏi đáp về bảo hiểm'] },
    {
      search: "' & | ! :* (",
      found: ['Thôn 1 dọn vệ sinh', 'Lịch tiêm chủng', 'Hỏi đáp về bảo hiểm', 'Hội nghị thôn 1'],
    },
    { search: 'không có đâu', found: [] },
  ])('C1: "$search" finds $found', async ({ search, found }) => {
    expect(await titles({ search })).toEqual(found)
  })

  it('filters by topic, unit with what is below it, state and date', async () => {
    expect(await titles({ topicId: 'health' })).toEqual(['Lịch tiêm chủng'])
    expect(await titles({ unitId: tree.village.id })).toEqual(['Thôn 1 dọn vệ sinh'])
    expect(await titles({ unitId: tree.commune.id, onlyUnit: true })).toHaveLength(3)
    expect(await titles({ unitId: tree.commune.id })).toHaveLength(4)
    expect(await titles({ state: 'published' })).toEqual([])
    expect(await titles({ from: clock.now() }, everyone)).toEqual(['Hội nghị xã bên'])
    expect(await titles({ until: clock.now() }, everyone)).toHaveLength(4)
  })

  it('shows nobody what lies outside of their units', async () => {
    expect(await titles({}, somebody('author', tree.village))).toEqual(['Thôn 1 dọn vệ sinh'])
    expect(await titles({}, somebody('technician', tree.commune))).toEqual([])
    await expect(titles({ unitId: tree.sibling.id })).rejects.toThrow('FORBIDDEN')
  })

  it.each(['best', 'newest', 'oldest', 'title'] as const)(
    'gives every bulletin once, page by page, sorted by %s',
    async sort => {
      const whole = await titles({ sort, search: 'thon' }, everyone)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await listBulletins(database().db, parts, everyone, {
          ...plain,
          sort,
          search: 'thon',
          limit: 1,
          cursor,
        })
        paged.push(...page.items.map(item => item.title))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(paged).toEqual(whole)
      expect(whole.toSorted()).toEqual(['Hội nghị thôn 1', 'Lịch tiêm chủng', 'Thôn 1 dọn vệ sinh'])
    },
  )

  it.each([
    'x',
    'W10',
    Buffer.from('["\\u0000","1"]').toString('base64url'),
    Buffer.from('["-5","z"]').toString('base64url'),
  ])('takes the cursor %s, which no page of ours gave, without an error', async cursor => {
    for (const sort of ['best', 'newest', 'title'] as const) {
      await expect(titles({ cursor, sort, search: 'thon' })).resolves.toBeDefined()
    }
  })
})
