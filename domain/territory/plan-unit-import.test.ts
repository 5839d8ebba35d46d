import type { Day, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import {
  checkUnits,
  displayName,
  importColumns,
  type ImportPlan,
  isCommittable,
  planUnitImport,
  type UnitVersion,
  unitsOn,
} from '@nguon/domain/territory'

const may = '2026-05-01' as Day
const june = '2026-06-01' as Day

/** Cells in the order of `importColumns`, with `;` between them. */
function plan(lines: readonly string[], existing: readonly UnitVersion[] = [], day: Day = may): ImportPlan {
  let issued = existing.length
  return planUnitImport({
    existing,
    rows: lines.map((text, index) => ({
      line: index + 2,
      cells: Object.fromEntries(text.split(';').map((cell, place) => [importColumns[place] ?? '', cell])),
    })),
    day,
    legalAct: null,
    mayEdit: () => true,
    newUnitId: () => `unit-${++issued}` as UnitId,
  })
}

/** The versions after the plan is carried out, as a store would keep them. */
function after(existing: readonly UnitVersion[], { rows }: ImportPlan): UnitVersion[] {
  const replaced = new Map(rows.flatMap(row => (row.previous ? [[row.previous, row]] : [])))
  const kept = existing.flatMap(version => {
    const row = replaced.get(version)
    if (!row) return [version]
    return row.outcome === 'renewed' ? [{ ...version, validTo: row.version.validFrom }, row.version] : [row.version]
  })
  return [...kept, ...rows.filter(row => !row.previous).map(row => row.version)]
}

const province = ['66;;Tỉnh Đắk Lắk', '24343;;Xã Krông Năng;;66;9.120;12,95;108,35', ';;Thôn 1;thôn;24343;210']
const start = after([], plan(province))
const [, commune, village] = start as [UnitVersion, UnitVersion, UnitVersion]
const faultsOf = (found: ImportPlan) => found.faults.map(fault => `${fault.line} ${fault.column} ${fault.code}`)

describe('a file becomes units (T3)', () => {
  it('whatever the order of its rows', () => {
    for (const lines of [province, province.toReversed()]) {
      const units = after([], plan(lines))
      expect(checkUnits(units)).toEqual([])
      expect(new Set(units.map(unit => `${unit.code} ${displayName(unit)}`))).toEqual(
        new Set(['66 Tỉnh Đắk Lắk', '24343 Xã Krông Năng', '24343-T01 Thôn 1']),
      )
    }
  })

  it('reads figures as a Vietnamese spreadsheet writes them', () => {
    expect(commune).toMatchObject({ households: 9120, place: { latitude: 12.95, longitude: 108.35 } })
  })

  it('takes kind and name apart, also when the kind stands in its own column', () => {
    const found = plan(['66;TINH;Đắk Lắk', '24343;xã;Xã Krông Năng;;66', '24343-T01;Buôn;Ma Thuột;;24343'])
    expect(found.rows.map(({ version }) => [version.kind, version.name])).toEqual([
      ['tỉnh', 'Đắk Lắk'],
      ['xã', 'Krông Năng'],
      ['buôn', 'Ma Thuột'],
    ])
  })

  it('gives a village without a code the next one its commune never used', () => {
    const ended = { ...village, unitId: 'gone' as UnitId, code: '24343-T07', name: '7', validTo: '2026-01-01' as Day }
    const found = plan([';;Thôn 2;thôn;24343', ';;Thôn 3;thôn;24343'], [...start, ended])
    expect(found.rows.map(row => row.version.code)).toEqual(['24343-T08', '24343-T09'])
  })

  it('fills up the zeros a spreadsheet cut, and says so', () => {
    const found = plan(['1;;Thành phố Hà Nội;tỉnh', '4;;Phường Ba Đình;xã;01', ';;Tổ dân phố 1;thôn;4'])
    expect(found.rows.map(row => row.version.code)).toEqual(['01', '00004', '00004-T01'])
    expect(isCommittable(found)).toBe(true)
    expect(faultsOf(found)).toEqual(['2 code CODE_FILLED_UP', '3 code CODE_FILLED_UP'])
  })
})

describe('a second import changes only what differs (T3)', () => {
  it('the same file changes nothing', () => {
    expect(plan(province, start, june).rows.map(row => row.outcome)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('an empty cell says nothing and erases nothing', () => {
    const found = plan(['24343;;Xã Krông Năng'], start, june)
    expect(found.rows.map(row => row.outcome)).toEqual(['unchanged'])
    expect(found.rows[0]?.version).toMatchObject({ households: 9120, parentId: start[0]?.unitId })
  })

  it('a new name is a new version from the day; before, the old name holds', () => {
    const found = plan(['24343;;Phường Krông Năng;;66'], start, june)
    expect(found.rows.map(row => row.outcome)).toEqual(['renewed'])
    const versions = after(start, found)
    const nameOn = (day: string) => unitsOn(versions, day as Day).map(displayName)
    expect(nameOn('2026-05-31')).toContain('Xã Krông Năng')
    expect(nameOn('2026-06-01')).toContain('Phường Krông Năng')
    expect(nameOn('2026-06-01')).toHaveLength(3)
  })

  it('new figures set the version right that holds', () => {
    const [row] = plan(['24343;;Xã Krông Năng;;66;9200'], start, june).rows
    expect(row).toMatchObject({ outcome: 'corrected', version: { households: 9200, validFrom: may } })
  })

  it('a name corrected on the day it began makes no second version', () => {
    const [row] = plan(['24343;;Xã Krông Năng B;;66'], start, may).rows
    expect(row).toMatchObject({ outcome: 'corrected', version: { name: 'Krông Năng B', validFrom: may } })
  })
})

describe('every row that cannot be used is named, and nothing is planned (T3)', () => {
  const ended = { ...commune, unitId: 'gone' as UnitId, code: '24346', name: 'Cũ', validTo: '2026-01-01' as Day }
  const cases: [string, string[], string[]][] = [
    ['no code', [';;Xã Dliê Ya;xã;66'], ['2 code CODE_MISSING']],
    ['a code of no level', ['2434;;Xã Dliê Ya;;66'], ['2 code CODE_UNREADABLE']],
    ['a code of another level', ['24346;;Tỉnh Dliê Ya;tỉnh;66'], ['2 code CODE_UNREADABLE']],
    ['an unknown level', ['24346;;Xã Dliê Ya;liên xã;66'], ['2 level LEVEL_UNKNOWN']],
    ['no name', ['24352;;;;66'], ['2 name NAME_UNREADABLE']],
    ['a name without its kind', ['24352;;Tam Giang;;66'], ['2 kind KIND_UNREADABLE']],
    ['an unknown kind', ['24352;quận;Tam Giang;;66'], ['2 kind KIND_UNREADABLE']],
    ['households in words', ['24352;;Xã Tam Giang;;66;nhiều'], ['2 households HOUSEHOLDS_UNREADABLE']],
    ['negative households', ['24352;;Xã Tam Giang;;66;-5'], ['2 households HOUSEHOLDS_UNREADABLE']],
    ['latitude and longitude swapped', ['24352;;Xã Tam Giang;;66;;108,4;12,9'], ['2 latitude PLACE_UNREADABLE']],
    ['an unknown parent', ['24352;;Xã Tam Giang;;67'], ['2 parentCode PARENT_UNKNOWN']],
    ['a code twice in the file', ['24352;;Xã A;;66', '24352;;Xã B;;66'], ['3 code CODE_REPEATED']],
    ['a code that once was another unit', ['24346;;Xã Dliê Ya;;66'], ['2 code CODE_RETIRED']],
    ['a second root', ['70;;Tỉnh Bình Phước'], ['2 parentCode SECOND_ROOT']],
    ['a commune under a commune', ['24352;;Xã Tam Giang;;24343'], ['2 parentCode PARENT_LEVEL']],
    [
      'three bad rows among good ones',
      ['24352;;Xã A;;66', '1;;B', '24364;;;;66', '24358;;Xã D;;99'],
      ['3 code CODE_UNREADABLE', '4 name NAME_UNREADABLE', '5 parentCode PARENT_UNKNOWN'],
    ],
    ['a bad commune, but not each of its villages', ['24352;;;;66', ';;Thôn 1;thôn;24352'], ['2 name NAME_UNREADABLE']],
  ]
  it.each(cases)('%s', (_, lines, expected) => {
    const found = plan(lines, [...start, ended])
    expect(faultsOf(found)).toEqual(expected)
    expect(isCommittable(found)).toBe(false)
  })

  it('a unit that is to change later already cannot be renamed before', () => {
    const later = start.map(unit => (unit.code === '24343' ? { ...unit, validTo: '2027-01-01' as Day } : unit))
    expect(faultsOf(plan(['24343;;Phường Krông Năng'], later, june))).toEqual(['2 null CHANGES_LATER'])
  })

  it('a unit cannot be added under one that moves or ends later, but under one that is renamed later', () => {
    const july = '2026-07-01' as Day
    const ends = start.map(unit => (unit.code === '24343' ? { ...unit, validTo: july } : unit))
    const added = ['24343-T09;;Thôn 9;;24343']
    expect(faultsOf(plan(added, ends, june))).toEqual(['2 null CHANGES_LATER'])
    const then = { ...commune, validFrom: july }
    expect(faultsOf(plan(added, [...ends, { ...then, parentId: 'elsewhere' as UnitId }], june))).toEqual([
      '2 null CHANGES_LATER',
    ])
    expect(faultsOf(plan(added, [...ends, { ...then, name: 'Krông Năng Mới' }], june))).toEqual([])
  })

  it('two "Thôn 1" of one commune are told and let pass, for mergers leave such names', () => {
    const found = plan(['24343-T02;;Thôn 1;;24343'], start)
    expect(faultsOf(found)).toEqual(['2 name SIBLING_NAME'])
    expect(isCommittable(found)).toBe(true)
  })
})
