import { addDays, type Day, type UnitId, type UnitPath } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { treeDigest, unitsInAnotherTree } from './tree-of-unit.ts'

const paths = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([id, path]) => [id as UnitId, path.split('.') as UnitId[] as UnitPath]))
const tree = { tinh: 'tinh', xa: 'tinh.xa', thon: 'tinh.xa.thon', ben: 'tinh.ben' }
const digest = (entries: Record<string, string>) => treeDigest(paths(entries), 'xa' as UnitId)

describe('the tree a unit stands in', () => {
  it.each([
    ['a unit beside it begins or ends', { ...tree, moi: 'tinh.moi' }, true],
    ['the order of reading is another', Object.fromEntries(Object.entries(tree).toReversed()), true],
    ['a village of it begins', { ...tree, moi: 'tinh.xa.moi' }, false],
    ['a village of it ends', { tinh: 'tinh', xa: 'tinh.xa', ben: 'tinh.ben' }, false],
    ['it moves under another', { ...tree, xa: 'tinh.ben.xa', thon: 'tinh.ben.xa.thon' }, false],
    ['it ends', { tinh: 'tinh', ben: 'tinh.ben' }, false],
  ])('when %s', (_, after, same) => {
    expect(digest(after) === digest(tree)).toBe(same)
  })
})

describe('line-ups after an act of territory', () => {
  const clock = settableClock(Date.UTC(2026, 10, 21, 1))
  const tomorrow = '2026-11-22' as Day
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse({ clock })
    await claimedDevice(house, '24343')
    await claimedDevice(house, '24346')
    await settled(house)
  })
  afterAll(() => house.close())

  it('T1 are planned anew on the day the act takes effect, for the units it touches alone', async () => {
    expect(await unitsInAnotherTree(house.db, { clock })).toEqual([])
    const administrator = await house.person('administrator', '24343')
    const village = {
      parentId: house.units['24343'],
      level: 'village',
      kind: 'thôn',
      name: 'Mới',
      validFrom: tomorrow,
      legalAct: { number: '15/NQ-HĐND', date: addDays(tomorrow, -20), issuer: 'HĐND xã' },
    }
    const added = await administrator.call('POST', '/territory/units', village)
    expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
    expect(await unitsInAnotherTree(house.db, { clock })).toEqual([])
    clock.advance(24 * 3_600_000)
    expect(await unitsInAnotherTree(house.db, { clock })).toEqual([house.units['24343']])
  })
})
