import { readFileSync } from 'node:fs'
import { compareVietnamese, type Day, roles as everyRole, type UnitId } from '@nguon/domain/platform'
import { looseningsOf } from '@nguon/domain/rules'
import {
  checkUnits,
  columnNamed,
  descendantsOf,
  fullName,
  isCommittable,
  pathOf,
  planUnitImport,
  type UnitVersion,
  unitTree,
} from '@nguon/domain/territory'
import { describe, expect, it } from 'vitest'
import { sampleAccounts } from './accounts.ts'
import { sampleSpeakers } from './devices.ts'
import { sampleUnitRules } from './unit-rules.ts'

function unitsOf(name: string, existing: readonly UnitVersion[]): UnitVersion[] {
  const [heading = '', ...lines] = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = heading.split(';').map(columnNamed)
  const plan = planUnitImport({
    existing,
    rows: lines.map((line, index) => ({
      line: index + 2,
      cells: Object.fromEntries(line.split(';').map((cell, place) => [columns[place] ?? '', cell])),
    })),
    day: '2026-01-01' as Day,
    legalAct: null,
    mayEdit: () => true,
    newUnitId: (
      next => () =>
        `${name}-${++next}` as UnitId
    )(0),
  })
  expect(plan.faults).toEqual([])
  expect(isCommittable(plan)).toBe(true)
  return plan.rows.filter(row => row.outcome === 'added').map(row => row.version)
}

const today = unitsOf('dak-lak.csv', [])
const former = unitsOf('binh-phuoc-2023.csv', today)
const all = [...today, ...former]
const tree = unitTree(all)
const byCode = new Map(all.map(unit => [unit.code, unit]))
const idOf = (code: string) => byCode.get(code)?.unitId ?? ('' as UnitId)

describe('the sample territory (T1)', () => {
  it('is one sound tree of two provinces, with at least 120 units each', () => {
    expect(checkUnits(all)).toEqual([])
    expect(tree.roots.map(unit => unit.code)).toEqual(['00'])
    expect([descendantsOf(tree, idOf('66')).length, descendantsOf(tree, idOf('70')).length]).toEqual([181, 132])
  })

  it('has two tiers today and three in 2023', () => {
    const levelsBelow = (code: string) =>
      [...new Set(descendantsOf(tree, idOf(code)).map(unit => unit.level))].toSorted(compareVietnamese)
    expect(levelsBelow('66')).toEqual(['commune', 'village'])
    expect(levelsBelow('70')).toEqual(['commune', 'district', 'village'])
    expect(fullName(pathOf(tree, idOf('24343-T03')))).toBe('Thôn 3, xã Krông Năng, tỉnh Đắk Lắk')
    expect(fullName(pathOf(tree, idOf('25363-T01')))).toBe(
      'Khu phố Bàu Ké, thị trấn Tân Phú, huyện Đồng Phú, tỉnh Bình Phước',
    )
  })

  it('counts the households of a unit as the sum of those below, and places every commune on the map', () => {
    for (const unit of all) {
      const children = tree.children.get(unit.unitId) ?? []
      if (children.length === 0 || unit.code === '00') continue
      expect([unit.code, unit.households]).toEqual([
        unit.code,
        children.reduce((sum, child) => sum + (child.households ?? 0), 0),
      ])
      expect(unit.place).not.toBeNull()
    }
  })
})

describe('the sample rules', () => {
  it('of a commune tighten those of its province (P6.2)', () => {
    const rules = sampleUnitRules.map(({ unitCode, ...rule }) => ({ ...rule, unitId: idOf(unitCode) }))
    for (const rule of rules) {
      const path = pathOf(tree, rule.unitId).map(unit => unit.unitId)
      expect(looseningsOf(rule, path.slice(0, -1), rules)).toEqual([])
    }
  })
})

describe('the sample people and devices', () => {
  it('have each role at least once (T4), in units that exist', () => {
    const roles = sampleAccounts.flatMap(account => account.roles)
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(everyRole))
    const codes = [...roles, ...sampleSpeakers, ...sampleUnitRules].map(({ unitCode }) => unitCode)
    codes.push(...sampleSpeakers.map(({ villageCode }) => villageCode))
    expect(codes.filter(code => !byCode.has(code))).toEqual([])
    expect(new Set(sampleAccounts.map(({ username }) => username)).size).toBe(sampleAccounts.length)
  })

  it('stand in three villages of one commune and reach no more households than live there', () => {
    const villages = sampleSpeakers.map(({ villageCode }) => byCode.get(villageCode))
    expect(villages.map(village => village?.parentId)).toEqual(sampleSpeakers.map(({ unitCode }) => idOf(unitCode)))
    expect(new Set(villages).size).toBe(3)
    for (const [index, speaker] of sampleSpeakers.entries()) {
      expect(speaker.households).toBeLessThanOrEqual(villages[index]?.households ?? 0)
    }
  })
})
