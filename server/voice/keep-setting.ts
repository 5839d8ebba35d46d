import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import { mayKeepVoiceSetting } from '@nguon/domain/voice'
import { writeAudit } from '@nguon/server/audit'
import type { Caller } from '@nguon/server/bulletins'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { readSettings, saveSetting, type StoredSetting } from './setting-store.ts'

export interface VoiceSetting extends StoredSetting {
  /** The unit whose decision holds; null: nobody decided. */
  readonly decidedBy: UnitId | null
}

/** What holds in a unit: its own decision, else that of the nearest unit above; where nobody decided, it is said. */
export async function readSetting(db: Database, unitPath: UnitPath): Promise<VoiceSetting> {
  const decided = await readSettings(db, unitPath)
  const nearest = unitPath.toReversed().flatMap(unitId => decided.find(one => one.unitId === unitId) ?? [])[0]
  const unitId = unitPath.at(-1)
  if (unitId === undefined) throw new Error('a unit has a path')
  return {
    unitId,
    spokenNotice: nearest?.spokenNotice ?? true,
    decidedBy: nearest?.unitId ?? null,
    version: nearest?.unitId === unitId ? nearest.version : 0,
  }
}

/**
 * Holds for what is voiced from now on: what was approved keeps the words it was approved with.
 * @throws FORBIDDEN, STALE_VERSION
 */
export async function keepSetting(
  tx: Transaction,
  { clock }: { clock: Clock },
  { actor, address }: Caller,
  wanted: StoredSetting,
): Promise<VoiceSetting> {
  const { unitId, spokenNotice } = wanted
  const unitPath = await readUnitPath(tx, { clock }, unitId)
  requireRight(mayKeepVoiceSetting(actor, unitPath))
  const before = await readSetting(tx, unitPath)
  if (!(await saveSetting(tx, wanted, { changedAt: clock.now(), changedBy: actor.name }))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: before.version })
  }
  const details = { before: before.spokenNotice, after: spokenNotice }
  await writeAudit(
    tx,
    { clock },
    { actor, address, action: 'voice.setting.change', unitId, subjectId: unitId, details },
  )
  return readSetting(tx, unitPath)
}
