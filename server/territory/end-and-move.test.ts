import { type AccountId, type Actor, addDays, type Day, type Role, type UnitId } from '@nguon/domain/platform'
import { type Database, settableClock } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { beforeAll, expect, it } from 'vitest'
import { loadSampleTerritory } from '../../demo/sample/load-territory.ts'
import { addUnit } from './add-unit.ts'
import { endUnit, type UnitUse } from './end-unit.ts'
import { moveUnit } from './move-unit.ts'
import { readLivingUnitPath, readUnitPath, readUnitsBelow } from './place-of-unit.ts'
import { readTree } from './read-tree.ts'
import { readUnit } from './read-unit.ts'

const today = '2026-11-21' as Day
const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const address = '127.0.0.1'
const legalAct = { number: '15/NQ-HĐND', date: '2026-11-10' as Day, issuer: 'HĐND tỉnh Đắk Lắk' }

describeOnBothDatabases('T1: units that end or stand elsewhere', database => {
  const db = (): Database => database().db
  let ids: ReadonlyMap<string, UnitId> = new Map()
  const idOf = (code: string) => ids.get(code) ?? ('' as UnitId)
  const inUnit = async (role: Role, code: string): Promise<Actor> => ({
    accountId: 'a'.repeat(26) as AccountId,
    name: 'Hoàng Quốc Việt',
    grants: [{ role, unitPath: await readUnitPath(db(), { clock }, idOf(code)), deputyFor: null }],
    secondFactorAt: null,
  })
  const seen = async (unitId: UnitId) => {
    const actor = await inUnit('administrator', '00')
    return { unitId, revision: (await readUnit(db(), { actor, unitId, day: today })).revision }
  }
  const freshVillage = async (name: string) => {
    const unit = { level: 'village', kind: 'thôn', name, code: null, households: null, place: null } as const
    const actor = await inUnit('administrator', '24343')
    const day = addDays(today, -10)
    return addUnit({ db: db(), clock }, { actor, address, day, unit: { ...unit, parentId: idOf('24343'), legalAct } })
  }
  const end = async (unitId: UnitId, more: { by?: Actor; endsOn?: Day; successorId?: UnitId; uses?: UnitUse[] } = {}) =>
    endUnit(
      { db: db(), clock, uses: more.uses ?? [] },
      {
        actor: more.by ?? (await inUnit('administrator', '24343')),
        address,
        end: {
          ...(await seen(unitId)),
          endsOn: more.endsOn ?? today,
          legalAct,
          successorId: more.successorId ?? null,
        },
      },
    )

  beforeAll(async () => {
    ids = await loadSampleTerritory(db(), { clock })
  })

  it('a unit that has ended takes nothing new, and stays readable for those above with all it was', async () => {
    const { unit } = await freshVillage('Sắp Hết')
    await end(unit.unitId, { successorId: idOf('24343-T03') })
    const actor = await inUnit('author', '24343')
    const tree = await readTree(db(), { actor, day: today })
    expect(tree.units.map(({ unitId }) => unitId)).not.toContain(unit.unitId)
    expect(tree.former.map(({ name }) => name)).toContain('Sắp Hết')
    await expect(readLivingUnitPath(db(), { clock }, unit.unitId)).rejects.toThrow('NOT_FOUND')
    expect(await readUnitPath(db(), { clock }, unit.unitId)).toContain(idOf('24343'))
    expect(await readUnitsBelow(db(), { clock }, idOf('24343'))).toContain(unit.unitId)
    expect(await readUnitsBelow(db(), { clock }, unit.unitId)).toEqual([unit.unitId])
    const details = await readUnit(db(), { actor, unitId: unit.unitId, day: today })
    expect(details.unit).toMatchObject({ name: 'Sắp Hết', validTo: today })
    expect(details.successions).toMatchObject([{ newUnitId: idOf('24343-T03'), weight: 1, takesEffectOn: today }])
  })

  it.each([
    ['with units below it', '24343', 'UNIT_HAS_UNITS_BELOW'],
    ['at the top', '00', 'UNIT_IS_ROOT'],
  ])('a unit %s does not end', async (_, code, refusal) => {
    await expect(end(idOf(code), { by: await inUnit('administrator', '00') })).rejects.toThrow(refusal)
  })

  it('a unit in which something stands does not end, and one is told what', async () => {
    const { unit } = await freshVillage('Còn Loa')
    const uses = [{ name: 'cụm loa', count: () => Promise.resolve(2) }]
    await expect(end(unit.unitId, { uses })).rejects.toMatchObject({
      message: 'UNIT_IN_USE',
      data: { count: 2, what: 'cụm loa' },
    })
  })

  it('its own administrator, and one of a sibling, may not end it', async () => {
    for (const code of ['24343-T01', '24346']) {
      await expect(end(idOf('24343-T01'), { by: await inUnit('administrator', code) })).rejects.toThrow('FORBIDDEN')
    }
  })

  it('a village moves with its id, gets a code of its new commune, and stood elsewhere before', async () => {
    const { unit } = await freshVillage('Dời Đi')
    const move = async (by: Actor, parentId: UnitId, validFrom: Day) =>
      moveUnit(
        { db: db(), clock },
        { actor: by, address, move: { ...(await seen(unit.unitId)), parentId, validFrom, legalAct } },
      )
    const province = await inUnit('administrator', '66')
    const commune = await inUnit('administrator', '24343')
    await expect(move(commune, idOf('24346'), today)).rejects.toThrow('FORBIDDEN')
    await expect(move(province, idOf('24343'), today)).rejects.toThrow('UNIT_STANDS_THERE')
    await expect(move(province, idOf('66'), today)).rejects.toThrow('PARENT_LEVEL')
    await expect(move(province, idOf('24346'), unit.validFrom)).rejects.toThrow('DAY_BEFORE_START')
    const moved = await move(province, idOf('24346'), today)
    expect(moved.unit.unitId).toBe(unit.unitId)
    expect(moved.unit.code).toMatch(/^24346-T\d+$/)
    const day = async (on: Day) => (await readUnit(db(), { actor: province, unitId: unit.unitId, day: on })).fullName
    expect(await day(addDays(today, -1))).toBe('Thôn Dời Đi, xã Krông Năng, tỉnh Đắk Lắk')
    expect(await day(today)).toBe('Thôn Dời Đi, xã Dliê Ya, tỉnh Đắk Lắk')
  })
})
