import type { Instant, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

interface SettingRow {
  unitId: UnitId
  spokenNotice: boolean
  version: number
  changedAt: Date
  changedBy: string
}

type SettingTables = { 'voice.setting': SettingRow }

export type StoredSetting = Pick<SettingRow, 'unitId' | 'spokenNotice' | 'version'>

/** Of those units that decided, in no order. */
export async function readSettings(db: Database, unitIds: readonly UnitId[]): Promise<StoredSetting[]> {
  if (unitIds.length === 0) return []
  return db
    .withTables<SettingTables>()
    .selectFrom('voice.setting')
    .select(['unitId', 'spokenNotice', 'version'])
    .where('unitId', 'in', [...unitIds])
    .execute()
}

/** Gives false when the version seen (0: none) is no longer the current one. */
export async function saveSetting(
  tx: Transaction,
  { unitId, spokenNotice, version: seen }: StoredSetting,
  { changedAt, changedBy }: { changedAt: Instant; changedBy: string },
): Promise<boolean> {
  const row = { spokenNotice, version: seen + 1, changedAt: new Date(changedAt), changedBy }
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<SettingTables>()
    .insertInto('voice.setting')
    .values({ unitId, ...row })
    .onConflict(conflict => conflict.column('unitId').doUpdateSet(row).where('voice.setting.version', '=', seen))
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
