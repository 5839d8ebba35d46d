import { emergencyRefusals } from '@nguon/contract/emergencies'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DisasterSeries, type DisasterSeriesId, type Hazard, mayWriteEmergency } from '@nguon/domain/emergencies'
import type { UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import type { Caller } from './emergency-parts.ts'
import { closeSeriesRow, findSeries, insertSeries } from './series-store.ts'

/** *Đợt thiên tai* begins. @throws FORBIDDEN */
export async function openSeries(
  tx: Transaction,
  { clock }: { clock: Clock },
  { actor, address }: Caller,
  wanted: { readonly unitId: UnitId; readonly hazard: Hazard; readonly name: string },
): Promise<DisasterSeriesId> {
  const { unitId, name, hazard } = wanted
  requireRight(mayWriteEmergency(actor, await readLivingUnitPath(tx, { clock }, unitId)))
  const openedAt = clock.now()
  const id = newId<'disasterSeries'>(openedAt)
  await insertSeries(tx, { id, unitId, hazard, name, version: 1, openedAt, closedAt: null })
  const action = 'emergencies.series.open'
  await writeAudit(tx, { clock }, { actor, address, action, unitId, subjectId: id, details: { name, hazard } })
  return id
}

/** @throws NOT_FOUND, FORBIDDEN, SERIES_CLOSED, STALE_VERSION */
export async function closeSeries(
  tx: Transaction,
  { clock }: { clock: Clock },
  { actor, address }: Caller,
  { seriesId, version }: { readonly seriesId: DisasterSeriesId; readonly version: number },
): Promise<DisasterSeries> {
  const series = await findSeries(tx, seriesId)
  if (!series) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(mayWriteEmergency(actor, await readUnitPath(tx, { clock }, series.unitId)))
  if (series.closedAt !== null) throw new Refusal(emergencyRefusals.SERIES_CLOSED)
  const closedAt = clock.now()
  if (!(await closeSeriesRow(tx, { ...series, version }, closedAt))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: series.version })
  }
  const { unitId, name } = series
  const action = 'emergencies.series.close'
  await writeAudit(tx, { clock }, { actor, address, action, unitId, subjectId: seriesId, details: { name } })
  return { ...series, version: version + 1, closedAt }
}
