import type { Day, UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ancestorsOf,
  checkUnits,
  descendantsOf,
  displayName,
  fullName,
  type Level,
  levelOfCode,
  pathOf,
  splitTitle,
  type UnitVersion,
  unitsOn,
  unitTree,
} from '@nguon/domain/territory'

const id = (code: string) => `unit-${code}` as UnitId

function unit(code: string, title: string, parentCode: string | null, change: Partial<UnitVersion> = {}): UnitVersion {
  const level = levelOfCode(code) as Level
  return {
    unitId: id(code),
    validFrom: '2025-07-01' as Day,
    validTo: null,
    level,
    ...splitTitle(title, level),
    code,
    parentId: parentCode === null ? null : id(parentCode),
    households: null,
    place: null,
    legalAct: null,
    ...change,
  }
}

const twoTiers = [
  unit('66', 'Tỉnh Đắk Lắk', null),
  unit('24343', 'Xã Krông Năng', '66'),
  unit('24343-T01', 'Thôn 1', '24343'),
  unit('24343-T10', 'Thôn 10', '24343'),
  unit('24343-T02', 'Thôn 2', '24343'),
  unit('24133', 'Phường Buôn Ma Thuột', '66'),
  unit('24133-T01', 'Tổ dân phố 1', '24133'),
]
const threeTiers = [
  unit('00', 'Trung ương', null),
  unit('70', 'Tỉnh Bình Phước', '00'),
  unit('695', 'Huyện Đồng Phú', '70'),
  unit('25363', 'Thị trấn Tân Phú', '695'),
  unit('25363-T01', 'Khu phố Bàu Ké', '25363'),
]

describe('a sound tree (T1)', () => {
  it.each([
    ['two tiers', twoTiers],
    ['three tiers under a centre', threeTiers],
  ])('%s give no fault', (_, units) => {
    expect(checkUnits(units)).toEqual([])
  })
})

describe('what is wrong with a tree is named with the unit', () => {
  const cases: [string, UnitVersion[], string[]][] = [
    ['a second root', [unit('70', 'Tỉnh Bình Phước', null)], ['SECOND_ROOT 70']],
    ['a parent that did not exist that day', [unit('24346', 'Xã Dliê Ya', '647')], ['PARENT_NOT_VALID 24346']],
    ['a commune in a commune', [unit('24346', 'Xã Dliê Ya', '24343')], ['PARENT_LEVEL 24346']],
    ['a code of another level', [unit('24346', 'Xã Dliê Ya', '66', { code: '2434' })], ['CODE_MALFORMED 24346']],
    ['a code twice', [unit('24346', 'Xã Dliê Ya', '66', { code: '24343' })], ['CODE_TAKEN 24346']],
    [
      'a village with the code of another commune',
      [unit('24346-T01', 'Thôn 9', '24343')],
      ['CODE_OUTSIDE_PARENT 24346-T01'],
    ],
    ['a village "thôn 01" beside "Thôn 1"', [unit('24343-T03', 'thôn 01', '24343')], ['SIBLING_NAME 24343-T03']],
    ['a name of spaces', [unit('24346', 'Xã', '66', { kind: 'xã', name: '' })], ['NAME_MISSING 24346']],
    ['a ward called thôn', [unit('24346', 'Dliê Ya', '66', { kind: 'thôn' })], ['KIND_UNKNOWN 24346']],
    [
      'a circle',
      [unit('24346', 'Xã A', '24352'), unit('24352', 'Xã B', '24346')],
      ['CIRCLE 24346', 'CIRCLE 24352', 'PARENT_LEVEL 24346', 'PARENT_LEVEL 24352'],
    ],
  ]
  it.each(cases)('%s', (_, added, expected) => {
    const found = checkUnits([...twoTiers, ...added]).map(fault => `${fault.code} ${fault.unitId.slice(5)}`)
    expect(found.toSorted()).toEqual(expected)
  })

  it('keeps apart names that differ by their accents only', () => {
    expect(
      checkUnits([...twoTiers, unit('24343-T03', 'Thôn Đông', '24343'), unit('24343-T04', 'Thôn Dông', '24343')]),
    ).toEqual([])
  })
})

describe('walking the tree', () => {
  const tree = unitTree(twoTiers)

  it('reads siblings in Vietnamese order with numbers as numbers', () => {
    expect(descendantsOf(tree, id('66')).map(displayName)).toEqual([
      'Phường Buôn Ma Thuột',
      'Tổ dân phố 1',
      'Xã Krông Năng',
      'Thôn 1',
      'Thôn 2',
      'Thôn 10',
    ])
  })

  it.each([
    [twoTiers, '24343-T02', 'Thôn 2, xã Krông Năng, tỉnh Đắk Lắk'],
    [threeTiers, '25363-T01', 'Khu phố Bàu Ké, thị trấn Tân Phú, huyện Đồng Phú, tỉnh Bình Phước'],
    [threeTiers, '00', 'Trung ương'],
  ])('says the whole name (%#)', (units, code, expected) => {
    expect(fullName(pathOf(unitTree(units), id(code)))).toBe(expected)
  })

  it('ends in a circle too', () => {
    const circle = unitTree([unit('24346', 'Xã A', '24352'), unit('24352', 'Xã B', '24346')])
    expect(pathOf(circle, id('24346')).length).toBe(2)
    expect(descendantsOf(circle, id('24346')).length).toBe(2)
  })

  it('a unit is below exactly its ancestors, in every tree', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), picks => {
        const code = (index: number) => String(10_000 + index)
        const units = picks.map((pick, index) =>
          unit(code(index), `Xã ${index}`, index === 0 ? null : code(pick % index)),
        )
        const tree = unitTree(units)
        for (const lower of units) {
          const above = units.filter(upper => descendantsOf(tree, upper.unitId).includes(lower))
          expect(new Set(ancestorsOf(tree, lower.unitId))).toEqual(new Set(above))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('history (T2)', () => {
  it('shows each day as it was: the last day belongs to the old version, the day after to the new', () => {
    const old = unit('25195', 'Phường Tân Phú', '689', { validFrom: '2018-12-01' as Day, validTo: '2025-07-01' as Day })
    const now = unit('25195', 'Phường Bình Phước', '75')
    const nameOn = (day: string) => unitsOn([old, now], day as Day).map(displayName)
    expect(nameOn('2018-11-30')).toEqual([])
    expect(nameOn('2025-06-30')).toEqual(['Phường Tân Phú'])
    expect(nameOn('2025-07-01')).toEqual(['Phường Bình Phước'])
  })
})
