import { mostDevicesOfDocument } from '@nguon/contract/emergencies'
import { documentTypes, sign } from '@nguon/contract/signing'
import { topics } from '@nguon/domain/devices'
import type { EmergencyAhead, EmergencyId } from '@nguon/domain/emergencies'
import { instant } from '@nguon/domain/platform'
import { type Broker, BrokerAway } from '@nguon/server/brokers'
import type { Keyring } from '@nguon/server/keys'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { audienceOf } from './audience-of.ts'
import { documentsOf, type SignedDocument, takeDue } from './document-store.ts'
import { findSound } from './sound-store.ts'
import { findEmergency } from './store.ts'

interface Sending {
  readonly db: Database
  readonly clock: Clock
  readonly broker: Broker
}

/** The fast lane: what was just signed goes out in the process that signed it, past everything that waits (incident I13). */
export async function sendSigned({ db, broker }: Sending, messageId: EmergencyId): Promise<void> {
  await publish(broker, await documentsOf(db, messageId))
}

/** Every second: what some device has not acknowledged yet, and what a process that is gone left unsent. */
export async function sendDue({ db, clock, broker }: Sending): Promise<void> {
  await publish(broker, await transact(db, tx => takeDue(tx, clock.now())))
}

/** One publication for the devices of a unit. An outside broker that is away gets it with the next round. */
async function publish(broker: Broker, documents: readonly SignedDocument[]): Promise<void> {
  try {
    for (const { unitId, jws } of documents) await broker.publishUrgent(topics.emergency(unitId), jws)
  } catch (error) {
    if (!(error instanceof BrokerAway)) throw error
  }
}

const aheadHours = 2

/** The sound of a message that still waits: loudspeakers fetch it while the second person reads. */
export async function sendAhead(
  { db, clock, broker, keyring }: Sending & { readonly keyring: Pick<Keyring, 'signingKey'> },
  messageId: EmergencyId,
): Promise<void> {
  const emergency = await findEmergency(db, messageId)
  const sound = await findSound(db, messageId, 'message')
  if (emergency?.state !== 'waiting' || !sound?.file) return
  const key = await keyring.signingKey()
  const now = clock.now()
  const until = instant(now + aheadHours * 3_600_000)
  const devices = await audienceOf(db, { clock }, emergency)
  try {
    for (const [unitId, ofUnit] of Map.groupBy(devices, device => device.unitId)) {
      const deviceIds = ofUnit.map(({ id }) => id)
      for (let from = 0; from < deviceIds.length; from += mostDevicesOfDocument) {
        const part = deviceIds.slice(from, from + mostDevicesOfDocument)
        const ahead: EmergencyAhead = { unitId, deviceIds: part, media: [sound.file], issuedAt: now, until }
        await broker.publish(topics.emergency(unitId), await sign(documentTypes.ahead, ahead, key))
      }
    }
  } catch (error) {
    if (!(error instanceof BrokerAway)) throw error
  }
}
