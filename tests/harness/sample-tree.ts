import type { AccountId, Actor, Day, Role, UnitId, UnitPath } from '@nguon/domain/platform'
import { type Clock, type Database, newId } from '@nguon/server/platform'
import { importUnits, unitsById } from '@nguon/server/territory'

const file = `Mã;Loại;Tên;Cấp;Mã cấp trên
00;;Trung ương;trung ương;
66;tỉnh;Đắk Lắk;tỉnh;00
24343;xã;Krông Năng;xã;66
24373;xã;Ea Kar;xã;66
24343-T01;thôn;1;thôn;24343
`

export interface SampleUnit {
  readonly id: UnitId
  readonly path: UnitPath
}

export interface SampleTree {
  readonly province: SampleUnit
  readonly commune: SampleUnit
  /** Another commune of the province. */
  readonly sibling: SampleUnit
  /** In the commune. */
  readonly village: SampleUnit
}

/** The smallest territory in which every question of who may what can be asked. Once on a database. */
export async function plantSampleTree(db: Database, { clock }: { clock: Clock }): Promise<SampleTree> {
  const day = '2026-01-01' as Day
  const { rows, faults } = await importUnits(
    { db, clock },
    { actor: null, language: 'vi', address: null },
    { file: Buffer.from(file).toString('base64'), day, legalAct: null, dryRun: false },
  )
  const placed = await unitsById(
    db,
    day,
    rows.map(row => row.unitId),
  )
  const unit = (code: string): SampleUnit => {
    const found = placed.find(({ unit }) => unit.code === code)
    if (!found) throw new Error(`the sample tree has no ${code}: ${faults.map(fault => fault.sentence).join(' ')}`)
    return { id: found.unit.unitId, path: found.path }
  }
  return { province: unit('66'), commune: unit('24343'), sibling: unit('24373'), village: unit('24343-T01') }
}

/** Somebody with one role in one unit; another call is another person. */
export function somebody(role: Role, unit: SampleUnit, name = 'Nguyễn Thị Hoa'): Actor {
  const accountId: AccountId = newId(0 as never)
  return { accountId, name, grants: [{ role, unitPath: unit.path, deputyFor: null }], secondFactorAt: null }
}
