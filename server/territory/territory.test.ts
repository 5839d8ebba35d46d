import type { AccountId, Actor, Day, Role, UnitId } from '@nguon/domain/platform'
import { type Database, settableClock } from '@nguon/server/platform'
import { findLines } from '@nguon/server/audit'
import { displayName } from '@nguon/domain/territory'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { loadSampleTerritory } from '../../demo/sample/load-territory.ts'
import { addUnit } from './add-unit.ts'
import { correctUnit } from './correct-unit.ts'
import { exportUnits } from './export-units.ts'
import { findUnits } from './find-units.ts'
import { type ImportCaller, importUnits } from './import-units.ts'
import { readTree } from './read-tree.ts'
import { readUnit } from './read-unit.ts'
import { renameUnit } from './rename-unit.ts'
import { unitsById } from './store.ts'
import { readUnitPath } from './place-of-unit.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const today = '2026-11-21' as Day
const address = '127.0.0.1'
const legalAct = { number: '15/NQ-HĐND', date: '2026-11-10' as Day, issuer: 'HĐND xã Krông Năng' }
const system: ImportCaller = { actor: null, language: 'vi', address: null }

describeOnBothDatabases('the territory', database => {
  const db = (): Database => database().db
  const importFile = (file: string | Buffer, dryRun = false, day = today, caller = system) =>
    importUnits({ db: db(), clock }, caller, {
      file: Buffer.from(file).toString('base64'),
      day,
      legalAct: null,
      dryRun,
    })
  let ids: ReadonlyMap<string, UnitId> = new Map()
  const idOf = (code: string): UnitId => {
    const id = ids.get(code)
    if (!id) throw new Error(`no unit has the code ${code}`)
    return id
  }
  const actorOf = (role: Role, unitPath: readonly UnitId[]): Actor => ({
    accountId: 'a'.repeat(26) as AccountId,
    name: 'Hoàng Quốc Việt',
    grants: [{ role, unitPath, deputyFor: null }],
    secondFactorAt: null,
  })
  const actorIn = async (role: Role, code: string) => actorOf(role, await readUnitPath(db(), { clock }, idOf(code)))

  beforeAll(async () => {
    ids = await loadSampleTerritory(db(), { clock })
  })

  it('T1: holds a province of today in two tiers and one of 2023 in three; loading them again changes nothing', async () => {
    expect(ids.size).toBe(182 + 132 + 2)
    expect(await loadSampleTerritory(db(), { clock })).toEqual(ids)
  })

  it('T3: a dry run tells everything and writes nothing', async () => {
    const file = 'Mã;Tên;Mã cấp trên\n24400;Xã Ea Păl;66\n24343;Phường Krông Năng;66\n'
    const tried = await importFile(file, true)
    expect(tried.committed).toBe(false)
    expect(tried.rows.map(row => [row.line, row.outcome, row.title, row.formerTitle])).toEqual([
      [2, 'added', 'Xã Ea Păl', null],
      [3, 'renewed', 'Phường Krông Năng', 'Xã Krông Năng'],
    ])
    const actor = await actorIn('administrator', '66')
    expect((await findUnits(db(), { actor, text: '24400', level: null, day: today, limit: 5 })).units).toEqual([])
    expect(
      (await findUnits(db(), { actor, text: 'phường krông năng', level: null, day: today, limit: 5 })).units,
    ).toEqual([])
  })

  it('T3: with one bad row nothing is imported, and the first fault is said', async () => {
    const file = 'Mã;Tên;Mã cấp trên\n24400;Xã Ea Păl;66\n24999;Xã Lạ;67\n'
    await expect(importFile(file)).rejects.toMatchObject({
      message: 'IMPORT_HAS_FAULTS',
      data: { count: 1, line: 3, first: expect.stringContaining('“67”') },
    })
    const actor = await actorIn('administrator', '66')
    expect((await findUnits(db(), { actor, text: '24400', level: null, day: today, limit: 5 })).units).toEqual([])
  })

  it('T3: what was exported and is imported again changes nothing', async () => {
    const actor = await actorIn('administrator', '66')
    const exported = await exportUnits(db(), { actor, unitId: idOf('66'), day: today })
    expect(exported.fileName).toBe('tinh-dak-lak-2026-11-21.csv')
    const again = await importFile(exported.content, false, today, { actor, language: 'vi', address })
    expect(again.counts).toEqual({ added: 0, renewed: 0, corrected: 0, unchanged: 182 })
  })

  it('T4: an account sees its own unit and what is below, with the names above', async () => {
    const tree = await readTree(db(), { actor: await actorIn('author', '24343'), day: today })
    expect(tree.units).toHaveLength(13)
    expect(tree.above.map(displayName).toSorted()).toEqual(['Trung ương', 'Tỉnh Đắk Lắk'])
    const village = await readTree(db(), { actor: await actorIn('villageHead', '24343-T03'), day: today })
    expect(village.units.map(displayName)).toEqual(['Thôn 3'])
  })

  it('T4: an import names each row outside the rights of the account and does nothing', async () => {
    const actor = await actorIn('administrator', '24343')
    const file =
      'Mã;Tên;Cấp;Mã cấp trên;Số hộ\n24343-T03;Thôn 3;thôn;24343;240\n24346-T01;Thôn Tân Hiệp;thôn;24346;1\n24343;Xã Krông Năng;xã;66;9\n'
    const tried = await importFile(file, true, today, { actor, language: 'en', address })
    expect(tried.faults.map(fault => [fault.line, fault.code, fault.sentence])).toEqual([
      [3, 'OUTSIDE_RIGHTS', 'Your account may not add or change “Thôn Tân Hiệp”.'],
      [4, 'OUTSIDE_RIGHTS', 'Your account may not add or change “Xã Krông Năng”.'],
    ])
  })

  it('finds a unit without accents, by code, and those written just so first', async () => {
    const actor = await actorIn('inspector', '00')
    const find = async (text: string, level: 'commune' | null = null) =>
      (await findUnits(db(), { actor, text, level, day: today, limit: 3 })).units.map(unit => unit.fullName)
    expect(await find('krong nang', 'commune')).toEqual(['Xã Krông Năng, tỉnh Đắk Lắk'])
    expect(await find('cu mgar')).toEqual(['Xã Cư M’gar, tỉnh Đắk Lắk'])
    expect(await find('24343-T03')).toEqual(['Thôn 3, xã Krông Năng, tỉnh Đắk Lắk'])
    expect((await find('Phú Xuân'))[0]).toBe('Xã Phú Xuân, tỉnh Đắk Lắk')
    expect((await find('thi tran', 'commune'))[0]).toBe('Thị trấn Tân Phú, huyện Đồng Phú, tỉnh Bình Phước')
    expect((await find('thon 10')).map(name => name.split(',')[0])).toEqual(['Thôn 10', 'Thôn 10', 'Thôn 10'])
    expect((await find('tan phu'))[0]).toBe('Phường Tân Phú, thành phố Đồng Xoài, tỉnh Bình Phước')
    expect(await find("100%' OR true")).toEqual([])
  })

  it('T2: a new name holds from its day, keeps the old one before, and is written in the trail', async () => {
    const actor = await actorIn('administrator', '24343')
    const unitId = idOf('24343-T12')
    const { revision } = await readUnit(db(), { actor, unitId, day: today })
    const rename = { unitId, revision, kind: 'buôn', name: 'Alê Mới', validFrom: '2026-12-01' as Day, legalAct }
    await renameUnit({ db: db(), clock }, { actor, address, rename })
    const named = async (day: string) => (await readUnit(db(), { actor, unitId, day: day as Day })).fullName
    expect(await named('2026-11-30')).toBe('Buôn Alê, xã Krông Năng, tỉnh Đắk Lắk')
    expect(await named('2026-12-01')).toBe('Buôn Alê Mới, xã Krông Năng, tỉnh Đắk Lắk')
    const lines = await findLines(db(), { unitIds: null, subjectId: unitId, before: null, limit: 10 })
    expect(lines.map(line => [line.action, line.details['formerName'], line.actorName])).toEqual([
      ['territory.rename', 'Alê', 'Hoàng Quốc Việt'],
    ])
    await expect(renameUnit({ db: db(), clock }, { actor, address, rename })).rejects.toMatchObject({
      message: 'STALE_VERSION',
      data: { current: revision + 1 },
    })
  })

  it('sets right what was entered wrongly, since it was entered', async () => {
    const actor = await actorIn('administrator', '66')
    const unitId = idOf('24346')
    const { revision } = await readUnit(db(), { actor, unitId, day: today })
    const correction = { unitId, revision, kind: 'xã', name: 'Dliê Ya', households: 4321, place: undefined }
    const { unit } = await correctUnit({ db: db(), clock }, { actor, address, correction })
    expect(unit).toMatchObject({ households: 4321, validFrom: '2026-01-01', place: { latitude: 13.0472 } })
    expect((await readUnit(db(), { actor, unitId, day: today })).history).toHaveLength(1)
  })

  it('adds a village with the next code of its commune, and refuses a second unit with a code', async () => {
    const actor = await actorIn('administrator', '24352')
    const unit = {
      level: 'village',
      kind: 'thôn',
      name: 'Giang Minh',
      code: null,
      households: 88,
      place: null,
      legalAct,
    } as const
    const parentId = idOf('24352')
    const added = await addUnit({ db: db(), clock }, { actor, address, day: today, unit: { ...unit, parentId } })
    expect(added.unit).toMatchObject({ code: '24352-T04', parentId, validFrom: today })
    expect(await readUnitPath(db(), { clock }, added.unit.unitId)).toHaveLength(4)
    const keyed = { actor, address, key: 'a-village-once', day: today, unit: { ...unit, parentId, name: 'Giang Lâm' } }
    const first = await addUnit({ db: db(), clock }, keyed)
    expect(await addUnit({ db: db(), clock }, keyed)).toEqual(first)
    const upper = await actorIn('administrator', '66')
    const refused = (change: object) =>
      expect(
        addUnit({ db: db(), clock }, { actor: upper, address, day: today, unit: { ...unit, parentId, ...change } }),
      ).rejects
    await refused({ name: 'Khác', code: '24352-T01' }).toThrow('CODE_TAKEN')
    await refused({ name: 'Khác', code: '24346-T01' }).toThrow('CODE_OUTSIDE_PARENT')
    await refused({ name: 'Giang Minh' }).toThrow('SIBLING_NAME')
  })

  it.each([
    ['the administrator of a sibling', 'administrator', '24346'],
    ['its own administrator', 'administrator', '24343-T01'],
    ['a role that may not', 'author', '24343'],
  ] as const)('T4: refuses the change of a village by %s', async (_, role, code) => {
    const actor = await actorIn(role, code)
    const unitId = idOf('24343-T01')
    const correction = { unitId, revision: 1, kind: 'thôn', name: 'Khác', households: undefined, place: undefined }
    const change = correctUnit({ db: db(), clock }, { actor, address, correction })
    await expect(change).rejects.toThrow('FORBIDDEN')
  })

  it('T2: three tiers become two by an import, villages move along, and the days before stay as they were', async () => {
    const commune = idOf('25378')
    const village = idOf('25378-T01')
    const district = idOf('695')
    const file = 'Mã;Tên;Cấp;Mã cấp trên\n25378;Xã Tân Lợi;xã;70\n'
    await importFile(file, false, '2026-12-01' as Day)
    const pathOn = async (unitId: UnitId, day: string) => (await unitsById(db(), day as Day, [unitId]))[0]?.path
    expect(await pathOn(village, '2026-11-30')).toContain(district)
    expect(await pathOn(village, '2026-12-01')).not.toContain(district)
    expect(await pathOn(village, '2026-12-01')).toContain(commune)
    expect(await pathOn(commune, '2026-12-01')).toHaveLength(3)
  })

  it('keeps two versions of a unit apart even when something writes past the plan', async () => {
    const overlapping = sql`
      INSERT INTO territory.unit_version (unit_id, valid_from, path, parent_id, level, kind, name, code, folded)
      SELECT unit_id, valid_from + 1, path, parent_id, level, kind, name, code, folded
      FROM territory.unit_version WHERE code = '24133'`
    await expect(overlapping.execute(db())).rejects.toThrow('unit_version_overlaps')
  })
})
