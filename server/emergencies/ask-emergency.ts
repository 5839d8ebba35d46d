import { emergencyRefusals } from '@nguon/contract/emergencies'
import { Refusal } from '@nguon/contract/platform'
import {
  askedBy,
  askingOrder,
  type ContentFault,
  contentFault,
  type Emergency,
  emergencyConfirmers,
  holdsConfirmation,
  mayWriteEmergency,
} from '@nguon/domain/emergencies'
import type { AccountId, UnitPath } from '@nguon/domain/platform'
import { findAccount, holdersOf } from '@nguon/server/identity'
import { type Database, transact, type Transaction } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { askedFor, forgetAsked, insertAsked } from './asked-store.ts'
import { requireAudience } from './audience-of.ts'
import { turnsOf } from './duty-store.ts'
import {
  auditEmergency,
  type Caller,
  emergencyToChange,
  type EmergencyParts,
  type Seen,
  stateBy,
} from './emergency-parts.ts'
import { closeConfirmTask, openConfirmTask } from './emergency-tasks.ts'
import { wantSounds } from './make-sound.ts'
import { findEmergency, lockEvent, saveEmergency, waitingEmergencies } from './store.ts'

/**
 * Asks the second person, and has the sounds made meanwhile.
 * @throws EMERGENCY_NOT_OPEN, EMERGENCY_BLANK_LEFT, EMERGENCY_RISK_LEVEL, EMERGENCY_SIREN, EMERGENCY_NO_LOUDSPEAKER
 */
export async function askEmergency(tx: Transaction, parts: EmergencyParts, caller: Caller, seen: Seen): Promise<void> {
  const { emergency, unitPath } = await emergencyToChange(tx, parts, caller, seen, mayWriteEmergency)
  const state = stateBy(emergency, 'ask')
  const fault = contentFault(emergency.type, emergency)
  if (fault) throw refusalOf(fault)
  await requireAudience(tx, parts, emergency)
  const asked = await saveEmergency(tx, { ...emergency, state, askedAt: parts.clock.now() })
  await forgetAsked(tx, asked.id)
  await askNext(tx, parts, asked, unitPath)
  await wantSounds(tx, parts, asked)
  await auditEmergency(tx, parts, caller, asked, 'ask')
}

/** Back to who wrote it, with a reason. */
export async function returnEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { reason, ...seen }: Seen & { reason: string },
): Promise<void> {
  const { emergency } = await emergencyToChange(tx, parts, caller, seen, holdsConfirmation)
  await saveEmergency(tx, { ...emergency, state: stateBy(emergency, 'return'), askedAt: null })
  await closeConfirmTask(tx, parts, emergency.id, caller.actor)
  await auditEmergency(tx, parts, caller, emergency, 'return', { reason })
}

/** Asks whoever should have been asked by now and was not (E3.2). */
export async function askNext(
  tx: Transaction,
  { clock }: Pick<EmergencyParts, 'clock'>,
  emergency: Emergency,
  unitPath: UnitPath,
): Promise<void> {
  const { id, askedAt, written } = emergency
  if (askedAt === null) return
  const now = clock.now()
  const able = await ableToConfirm(tx, { clock }, unitPath)
  const order = askingOrder(await turnsOf(tx, unitPath, now), able, { writtenBy: written.accountId, now })
  const before = (await askedFor(tx, id)).map(({ accountId }) => accountId)
  for (const accountId of order.slice(0, askedBy(askedAt, now)).filter(one => !before.includes(one))) {
    const account = await findAccount(tx, accountId)
    if (!account) continue
    await insertAsked(tx, id, { accountId, name: account.name, askedAt: now })
    await openConfirmTask(tx, { clock }, emergency, accountId)
  }
}

/** Everybody who may confirm in the unit, nearest unit first. */
export async function ableToConfirm(
  db: Database,
  { clock }: Pick<EmergencyParts, 'clock'>,
  unitPath: UnitPath,
): Promise<AccountId[]> {
  const found = []
  for (const role of emergencyConfirmers) found.push(...(await holdersOf(db, { role, unitIds: unitPath }, clock.now())))
  const near = found.toSorted((left, right) => unitPath.indexOf(right.unitId) - unitPath.indexOf(left.unitId))
  return [...new Set(near.map(({ accountId }) => accountId))]
}

/** One round of what the ticker asks: each waiting message may have to go to one more person. */
export async function askOthers(db: Database, parts: Pick<EmergencyParts, 'clock'>): Promise<void> {
  for (const { id } of await waitingEmergencies(db)) {
    await transact(db, async tx => {
      await lockEvent(tx, id)
      const emergency = await findEmergency(tx, id)
      if (emergency?.state !== 'waiting') return
      await askNext(tx, parts, emergency, await readUnitPath(tx, parts, emergency.unitId))
    })
  }
}

function refusalOf(fault: ContentFault): Refusal {
  switch (fault.kind) {
    case 'blank':
      return new Refusal(emergencyRefusals.EMERGENCY_BLANK_LEFT, { field: 'body', blank: fault.blank })
    case 'risk-level-of-none':
      return new Refusal(emergencyRefusals.EMERGENCY_RISK_LEVEL, { field: 'riskLevel', hazard: fault.hazard })
    case 'siren-of-drill':
      return new Refusal(emergencyRefusals.EMERGENCY_SIREN, { field: 'siren' })
  }
}
