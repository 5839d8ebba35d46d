import { mostDevicesOfDocument } from '@nguon/contract/emergencies'
import { documentTypes, type DocumentType, sign, type SigningKey } from '@nguon/contract/signing'
import type { Device } from '@nguon/domain/devices'
import {
  type Emergency,
  type EmergencyAct,
  type EmergencyDocument,
  type EmergencySound,
  emergencyAfter,
  isOnAir,
  titleOfEmergency,
} from '@nguon/domain/emergencies'
import { type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import { insertDeliveries } from './delivery-store.ts'
import { insertDocument, nextVersion, stopSending } from './document-store.ts'
import type { EmergencyParts } from './emergency-parts.ts'
import { messagesOfEvent, saveEmergency } from './store.ts'

const pauseBetweenRounds = 2
/** It goes out at once; only when that did not happen somebody else takes it up. */
const sweptAfterMilliseconds = 1_000

/** The type of the signature: a device takes no drill for an emergency, nor the other way round. */
export const documentTypeOf: Readonly<Record<Emergency['type'], DocumentType>> = {
  emergency: documentTypes.emergency,
  drill: documentTypes.drill,
}

export interface OnAir {
  readonly emergency: Emergency
  readonly devices: readonly Device[]
  /** Null for one that only ends what sounds. */
  readonly sound: EmergencySound | null
  readonly expiresAt: Instant
  readonly key: SigningKey
}

/**
 * Signs a confirmed message for every unit its loudspeakers belong to, in the transaction that confirms it: from its commit on it
 * goes out, whatever becomes of this process. What it replaces leaves the air.
 */
export async function putOnAir(
  tx: Transaction,
  { clock, emergencySigned }: EmergencyParts,
  { emergency, devices, sound, expiresAt, key }: OnAir,
): Promise<Emergency> {
  const now = clock.now()
  await takeOffAir(tx, emergency, now)
  const onAir = await saveEmergency(tx, { ...emergency, state: 'confirmed', expiresAt })
  for (const [unitId, ofUnit] of Map.groupBy(devices, device => device.unitId)) {
    for (const part of inParts(ofUnit)) {
      const version = await nextVersion(tx, now)
      const document = documentOf(onAir, { unitId, part, sound, version, sentAt: now, expiresAt })
      const jws = await sign(documentTypeOf[onAir.type], document, key)
      await insertDocument(
        tx,
        onAir.id,
        { version, unitId, jws },
        { expiresAt, sendAt: instant(now + sweptAfterMilliseconds) },
      )
      await insertDeliveries(tx, onAir.id, version, document.deviceIds)
    }
  }
  await emergencySigned.announce(tx, { messageId: onAir.id })
  return onAir
}

const actOf: Readonly<Record<Emergency['purpose'], EmergencyAct | null>> = {
  alert: null,
  update: 'update',
  correction: 'correct',
  cancellation: 'cancel',
  allClear: 'end',
}

async function takeOffAir(tx: Transaction, by: Emergency, now: Instant): Promise<void> {
  const act = actOf[by.purpose]
  if (act === null) return
  for (const before of await messagesOfEvent(tx, by.eventId)) {
    const state = emergencyAfter(before.state, act)
    if (before.id === by.id || state === null) continue
    if (!isOnAir(before.state) && before.id !== by.referenceId) continue
    await saveEmergency(tx, { ...before, state, ended: before.ended ?? { at: now, reason: by.purpose } })
    await stopSending(tx, before.id)
  }
}

function inParts(devices: readonly Device[]): readonly (readonly Device[])[] {
  const sorted = devices.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  const parts = Math.ceil(sorted.length / mostDevicesOfDocument)
  return Array.from({ length: parts }, (_, part) =>
    sorted.slice(part * mostDevicesOfDocument, (part + 1) * mostDevicesOfDocument),
  )
}

interface ForUnit {
  readonly unitId: UnitId
  readonly part: readonly Device[]
  readonly sound: EmergencySound | null
  readonly version: number
  readonly sentAt: Instant
  readonly expiresAt: Instant
}

function documentOf(
  emergency: Emergency,
  { unitId, part, sound, version, sentAt, expiresAt }: ForUnit,
): EmergencyDocument {
  const { id, type, eventId, purpose, referenceId, rounds, everyMinutes } = emergency
  return {
    type,
    id,
    eventId,
    purpose,
    references: referenceId === null ? [] : [referenceId],
    version,
    unitId,
    deviceIds: part.map(device => device.id),
    title: titleOfEmergency(emergency),
    sentAt,
    expiresAt,
    play: sound && { ...sound, rounds, pauseSeconds: pauseBetweenRounds, everyMinutes },
  }
}

/** When a message stops holding: its own time, counted from now. */
export function expiryOf({ validMinutes }: Pick<Emergency, 'validMinutes'>, now: Instant): Instant {
  return instant(now + validMinutes * 60_000)
}
