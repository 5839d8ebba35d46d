import { emergencyRefusals } from '@nguon/contract/emergencies'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import {
  type DisasterSeriesId,
  drillSiren,
  type Emergency,
  type EmergencyContent,
  type EmergencyId,
  type EmergencyType,
  emergencyAfter,
  isOnAir,
  isWithinUnit,
  mayWriteEmergency,
  severityOf,
  type Severity,
  type SirenPattern,
} from '@nguon/domain/emergencies'
import type { Actor, UnitId, UnitPath } from '@nguon/domain/platform'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { readLivingUnitPath, unitsById } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { closeConfirmTask } from './emergency-tasks.ts'
import {
  auditEmergency,
  type Caller,
  emergencyToChange,
  type EmergencyParts,
  type Seen,
  stateBy,
} from './emergency-parts.ts'
import { findSeries } from './series-store.ts'
import { countOfSeries, insertEmergency, saveEmergency } from './store.ts'

/** What people write, with what they may leave to the house. */
export type WrittenContent = Omit<EmergencyContent, 'severity' | 'siren'> & {
  readonly severity?: Severity | undefined
  readonly siren?: SirenPattern | undefined
}

function contentOf(type: EmergencyType, purpose: Emergency['purpose'], written: WrittenContent): EmergencyContent {
  const usual = type === 'drill' ? drillSiren : purpose === 'allClear' ? 'steady' : 'wail'
  return {
    ...written,
    severity: written.severity ?? severityOf(written.riskLevel),
    siren: written.siren ?? usual,
  }
}

export interface NewEmergency {
  readonly type: EmergencyType
  readonly unitId: UnitId
  readonly seriesId: DisasterSeriesId | null
  readonly content: WrittenContent
}

/** Begins an alert, or the alert of a drill. @throws FORBIDDEN, EMERGENCY_AREA_OUTSIDE, SERIES_CLOSED */
export async function createEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { type, unitId, seriesId, content }: NewEmergency,
): Promise<EmergencyId> {
  const { clock } = parts
  const unitPath = await readLivingUnitPath(tx, { clock }, unitId)
  requireRight(mayWriteEmergency(caller.actor, unitPath))
  await requireArea(tx, parts, unitPath, content.area.unitIds)
  const id = newId<'emergency'>(clock.now())
  const number = seriesId === null ? null : await nextOfSeries(tx, seriesId, unitId)
  const emergency = bare(clock, caller.actor, {
    id,
    type,
    purpose: 'alert',
    eventId: id,
    referenceId: null,
    seriesId,
    seriesNumber: number,
    unitId,
    ...contentOf(type, 'alert', content),
  })
  await insertEmergency(tx, emergency)
  await auditEmergency(tx, parts, caller, emergency, 'create')
  return id
}

/** What follows a message: of its type, its event and its audience. @throws EMERGENCY_NOT_OPEN */
export async function followEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { purpose, content, ...seen }: Seen & { purpose: 'update' | 'allClear'; content: Omit<WrittenContent, 'area'> },
): Promise<EmergencyId> {
  const { emergency: before } = await emergencyToChange(tx, parts, caller, seen, mayWriteEmergency)
  stateBy(before, purpose === 'update' ? 'update' : 'end')
  const emergency = following(
    parts.clock,
    caller.actor,
    before,
    purpose,
    contentOf(before.type, purpose, { ...content, area: before.area }),
  )
  const { seriesId } = before
  const numbered =
    seriesId === null ? emergency : { ...emergency, seriesNumber: (await countOfSeries(tx, seriesId)) + 1 }
  await insertEmergency(tx, numbered)
  await auditEmergency(tx, parts, caller, numbered, 'follow')
  return emergency.id
}

/** A message that refers to another one: nothing but its purpose and its words differ. */
export function following(
  clock: Clock,
  actor: Actor,
  before: Emergency,
  purpose: Emergency['purpose'],
  content: EmergencyContent,
): Emergency {
  const { type, eventId, seriesId, unitId } = before
  const id = newId<'emergency'>(clock.now())
  const told = { id, type, purpose, eventId, referenceId: before.id, seriesId, seriesNumber: null, unitId }
  return bare(clock, actor, { ...told, ...content })
}

type Fresh = Omit<
  Emergency,
  'version' | 'state' | 'written' | 'askedAt' | 'confirmed' | 'breakGlassReason' | 'expiresAt' | 'ended'
>

function bare(clock: Clock, actor: Actor, fresh: Fresh): Emergency {
  return {
    ...fresh,
    version: 1,
    state: 'draft',
    written: { accountId: actor.accountId, name: actor.name, at: clock.now() },
    askedAt: null,
    confirmed: null,
    breakGlassReason: null,
    expiresAt: null,
    ended: null,
  }
}

/** Whoever changed it last wrote it, and so does not confirm it. The area of what follows stays. */
export async function updateEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { content, ...seen }: Seen & { content: WrittenContent },
): Promise<void> {
  const { emergency, unitPath } = await emergencyToChange(tx, parts, caller, seen, mayWriteEmergency)
  const state = stateBy(emergency, 'edit')
  const fixed = emergency.referenceId !== null
  if (!fixed) await requireArea(tx, parts, unitPath, content.area.unitIds)
  const changed = contentOf(emergency.type, emergency.purpose, fixed ? { ...content, area: emergency.area } : content)
  const written = { accountId: caller.actor.accountId, name: caller.actor.name, at: parts.clock.now() }
  await saveEmergency(tx, { ...emergency, ...changed, state, written, askedAt: null })
  await closeConfirmTask(tx, parts, emergency.id, caller.actor)
  await auditEmergency(tx, parts, caller, emergency, 'update')
}

export async function discardEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  seen: Seen,
): Promise<void> {
  const { emergency } = await emergencyToChange(tx, parts, caller, seen, mayWriteEmergency)
  await saveEmergency(tx, { ...emergency, state: stateBy(emergency, 'discard') })
  await closeConfirmTask(tx, parts, emergency.id, caller.actor)
  await auditEmergency(tx, parts, caller, emergency, 'discard')
}

/** Whether people may still write what follows it. */
export function mayBeFollowed({ state, purpose }: Emergency): boolean {
  return isOnAir(state) && purpose !== 'cancellation' && emergencyAfter(state, 'update') !== null
}

async function requireArea(
  tx: Transaction,
  { clock }: Pick<EmergencyParts, 'clock'>,
  unitPath: UnitPath,
  unitIds: readonly UnitId[],
): Promise<void> {
  const placed = await unitsById(tx, clock.today(), unitIds)
  if (placed.length < new Set(unitIds).size) throw new Refusal(platformRefusals.NOT_FOUND)
  const outside = placed.filter(({ path }) => !isWithinUnit(unitPath, [path]))
  if (outside.length === 0) return
  const units = outside.map(({ unit }) => unit.name)
  throw new Refusal(emergencyRefusals.EMERGENCY_AREA_OUTSIDE, { field: 'area.unitIds', units })
}

async function nextOfSeries(tx: Transaction, seriesId: DisasterSeriesId, unitId: UnitId): Promise<number> {
  const series = await findSeries(tx, seriesId)
  if (series?.unitId !== unitId) throw new Refusal(emergencyRefusals.SERIES_OF_ANOTHER_UNIT, { field: 'seriesId' })
  if (series.closedAt !== null) throw new Refusal(emergencyRefusals.SERIES_CLOSED, { field: 'seriesId' })
  return (await countOfSeries(tx, seriesId)) + 1
}
