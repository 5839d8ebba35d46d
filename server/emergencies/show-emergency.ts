import type { ListedEmergency, ShownEmergency } from '@nguon/contract/emergencies'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { deviceState } from '@nguon/domain/devices'
import {
  breakGlassAt,
  type Emergency,
  emergencyAfter,
  type EmergencyId,
  holdsConfirmation,
  isSecondPerson,
  mayBreakGlass,
  mayReadEmergencies,
  mayStopEmergency,
  mayWriteEmergency,
} from '@nguon/domain/emergencies'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { devicesById } from '@nguon/server/devices'
import type { Clock, Database } from '@nguon/server/platform'
import { readUnitPath, unitsEverById } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { askedFor } from './asked-store.ts'
import { audienceOf } from './audience-of.ts'
import { countDeliveries, deliveriesOf } from './delivery-store.ts'
import { findSound } from './sound-store.ts'
import { findEmergency, messagesOfEvent } from './store.ts'
import { mayBeFollowed } from './write-emergency.ts'

type Parts = { readonly clock: Clock }

/** A message for someone who may read it. @throws NOT_FOUND, FORBIDDEN */
export async function emergencyToRead(
  db: Database,
  parts: Parts,
  actor: Actor,
  id: EmergencyId,
): Promise<{ emergency: Emergency; unitPath: UnitPath }> {
  const emergency = await findEmergency(db, id)
  if (!emergency) throw new Refusal(platformRefusals.NOT_FOUND)
  const unitPath = await readUnitPath(db, parts, emergency.unitId)
  requireRight(mayReadEmergencies(actor, unitPath))
  return { emergency, unitPath }
}

/** Messages as lists show them: with the name of their unit and how their loudspeakers stand. */
export async function listed(
  db: Database,
  { clock }: Parts,
  emergencies: readonly Emergency[],
): Promise<ListedEmergency[]> {
  const units = await unitsEverById(db, clock.today(), [...new Set(emergencies.map(({ unitId }) => unitId))])
  const names = new Map(units.map(({ unit }) => [unit.unitId, `${unit.kind} ${unit.name}`.trim()]))
  const counts = await countDeliveries(
    db,
    emergencies.map(({ id }) => id),
  )
  return emergencies.map(emergency => {
    const ofThis = counts.get(emergency.id) ?? {}
    const devices = Object.values<number>(ofThis).reduce((sum, count) => sum + count, 0)
    return { ...emergency, unitName: names.get(emergency.unitId) ?? '', devices, counts: ofThis }
  })
}

/** All that the screen of one message needs. */
export async function showEmergency(
  db: Database,
  parts: Parts,
  actor: Actor,
  id: EmergencyId,
): Promise<ShownEmergency> {
  const { clock } = parts
  const { emergency, unitPath } = await emergencyToRead(db, parts, actor, id)
  const [shown] = await listed(db, parts, [emergency])
  if (!shown) throw new Refusal(platformRefusals.NOT_FOUND)
  const sound = await findSound(db, id, 'message')
  const audience = shown.devices > 0 ? [] : await audienceOf(db, parts, emergency)
  const reached = shown.devices > 0 ? await reachedDevices(db, id) : audience
  const units = await unitsEverById(db, clock.today(), emergency.area.unitIds)
  const names = new Map(units.map(({ unit }) => [unit.unitId, `${unit.kind} ${unit.name}`.trim()]))
  const now = clock.now()
  const isDrill = emergency.type === 'drill'
  const opensAt = isDrill ? null : breakGlassAt(emergency.state === 'waiting' ? emergency.askedAt : null)
  return {
    ...shown,
    devices: reached.length,
    now,
    breakGlassAt: opensAt,
    asked: await askedFor(db, id),
    sound: {
      state: sound?.state ?? 'none',
      file: sound?.file ?? null,
      reading: sound?.reading ?? null,
      unknownWords: sound?.unknownWords ?? [],
    },
    areaNames: emergency.area.unitIds.map(unitId => names.get(unitId) ?? ''),
    households: reached.reduce((sum, { households }) => sum + households, 0),
    may: mayNow(emergency, { actor, unitPath, now }),
    event: (await messagesOfEvent(db, emergency.eventId)).map(({ id, purpose, state, headline, written }) => ({
      id,
      purpose,
      state,
      headline,
      written,
    })),
  }
}

function mayNow(
  emergency: Emergency,
  { actor, unitPath, now }: { actor: Actor; unitPath: UnitPath; now: Emergency['written']['at'] },
): ShownEmergency['may'] {
  const { state, written, askedAt, type } = emergency
  const waiting = emergencyAfter(state, 'confirm') !== null
  const glass = { isDrill: type === 'drill', breakGlassAt: breakGlassAt(askedAt), now }
  return {
    edit: emergencyAfter(state, 'edit') !== null && mayWriteEmergency(actor, unitPath),
    confirm: waiting && holdsConfirmation(actor, unitPath) && isSecondPerson(actor, written.accountId),
    breakGlass: waiting && mayBreakGlass(actor, unitPath, glass),
    stop: emergencyAfter(state, 'cancel') !== null && mayStopEmergency(actor, unitPath),
    follow: mayBeFollowed(emergency) && mayWriteEmergency(actor, unitPath),
  }
}

async function reachedDevices(db: Database, id: EmergencyId) {
  const deliveries = await deliveriesOf(db, id)
  return devicesById(
    db,
    deliveries.map(({ deviceId }) => deviceId),
  )
}

/** Each loudspeaker of a message; before it goes out those it will go to. */
export async function devicesOfEmergency(db: Database, parts: Parts, actor: Actor, id: EmergencyId) {
  const { emergency } = await emergencyToRead(db, parts, actor, id)
  const deliveries = new Map((await deliveriesOf(db, id)).map(delivery => [delivery.deviceId, delivery]))
  const devices =
    deliveries.size > 0 ? await devicesById(db, [...deliveries.keys()]) : await audienceOf(db, parts, emergency)
  const now = parts.clock.now()
  return devices
    .toSorted((left, right) => left.name.localeCompare(right.name, 'vi') || (left.id < right.id ? -1 : 1))
    .map(device => {
      const { state = 'sent', reason = null, at = null, heard = null } = deliveries.get(device.id) ?? {}
      const online = deviceState(device, now) === 'online'
      const { id: deviceId, name, unitId, villageId } = device
      return { deviceId, name, unitId, villageId, online, state, reason, at, heard }
    })
}
