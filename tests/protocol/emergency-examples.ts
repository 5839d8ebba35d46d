import type { EmergencyDocument } from '@nguon/domain/emergencies'
import { documentTypes, type DocumentType, sign } from '@nguon/contract/signing'
import { exampleKeys, exampleMessages, signingKey } from './device-examples.ts'

const { deviceId, unitId } = exampleMessages['claim-response']
const hour = 3_600_000
const sentAt = exampleMessages.lineup.issuedAt + hour
const alertId = '01jcx9e0000000000000000001'

/** Sent at seven in the evening, for two hours. */
const emergency = {
  type: 'emergency',
  id: alertId,
  eventId: alertId,
  purpose: 'alert',
  references: [],
  version: sentAt,
  unitId,
  deviceIds: [deviceId],
  title: 'Nước lũ đang lên nhanh, bà con sơ tán ngay',
  sentAt,
  expiresAt: sentAt + 2 * hour,
  play: {
    sha256: 'd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f2b1a7c3e',
    bytes: 208_000,
    seconds: 26,
    rounds: 3,
    pauseSeconds: 2,
    everyMinutes: null,
  },
}

const cancellationId = '01jcx9e0000000000000000002'
const cancellation = {
  ...emergency,
  id: cancellationId,
  purpose: 'cancellation',
  references: [alertId],
  version: sentAt + 60_000,
  title: 'Hủy: Nước lũ đang lên nhanh, bà con sơ tán ngay',
  sentAt: sentAt + 60_000,
  play: null,
}

const { sha256, bytes, seconds } = emergency.play
const ahead = {
  unitId,
  deviceIds: [deviceId],
  media: [{ sha256, bytes, seconds }],
  issuedAt: sentAt - 30_000,
  until: sentAt + 2 * hour,
}

const emergencies = {
  kind: 'emergencies',
  emergencies: [{ id: alertId, state: 'playing', reason: null, at: sentAt + 400, heard: null }],
}

/** The plain messages, by the name of their file. */
export const emergencyMessages = { emergency, cancellation, ahead, emergencies } as const

/** The signed documents, by the name of their file. */
export async function emergencyDocuments(): Promise<Record<string, string>> {
  const key = await signingKey(exampleKeys.signing)
  return {
    emergency: await sign(documentTypes.emergency, emergency, key),
    cancellation: await sign(documentTypes.emergency, cancellation, key),
    drill: await sign(documentTypes.drill, { ...emergency, type: 'drill', title: 'DIỄN TẬP: Nước lũ' }, key),
    ahead: await sign(documentTypes.ahead, ahead, key),
  }
}

/** Emergencies a device must not obey, each with the fault it reports. `held` is what it holds. */
export async function refusedEmergencies() {
  const [root, signing] = [await signingKey(exampleKeys.root), await signingKey(exampleKeys.signing)]
  const update = { id: '01jcx9e0000000000000000003', purpose: 'update', references: [alertId] }
  const signed = (change: object, type: DocumentType = documentTypes.emergency, key = signing) =>
    sign(type, { ...emergency, ...change }, key)
  const good = await signed({})
  const [header = '', payload = '', signature = ''] = good.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: documentTypes.emergency, kid: signing.kid }))
  const altered = Buffer.from(payload, 'base64url').toString().replace('"rounds":3', '"rounds":5')
  const other = '01jcx9e0000000000000000009'
  const cases = [
    { fault: 'malformed', jws: 'not a document' },
    { fault: 'algorithm', jws: `${unsigned.toString('base64url')}.${payload}.` },
    { fault: 'type', jws: await signed({}, documentTypes.command) },
    { fault: 'unknown-key', jws: await signed({}, documentTypes.emergency, root) },
    { fault: 'signature', jws: `${header}.${Buffer.from(altered).toString('base64url')}.${signature}` },
    // A drill that says inside that it is none.
    { fault: 'malformed-payload', jws: await signed({}, documentTypes.drill) },
    { fault: 'malformed-payload', jws: await signed({ purpose: 'test' }) },
    {
      fault: 'key-expired',
      jws: await signed({ sentAt: sentAt + 41 * 24 * hour, expiresAt: sentAt + 42 * 24 * hour }),
    },
    { fault: 'other-device', jws: await signed({ deviceIds: ['01jcx3q8n4e5v6w7y8z9a0b1c3'] }) },
    { fault: 'other-unit', jws: await signed({ unitId: '01jcx0000000000000000xa002' }) },
    { fault: 'other-type', jws: await signed({ ...update, type: 'drill', version: sentAt + 2 }, documentTypes.drill) },
    { fault: 'incomplete', jws: await signed({ ...update, references: [], version: sentAt + 2 }) },
    { fault: 'incomplete', jws: await signed({ id: other, eventId: other, play: null }) },
    { fault: 'older', jws: await signed({ ...update, version: sentAt - 1 }) },
    {
      fault: 'expired',
      jws: await signed({ id: other, eventId: other, expiresAt: sentAt + hour }),
      now: sentAt + hour,
    },
    { fault: 'future', jws: await signed({ id: other, eventId: other, sentAt: sentAt + hour }) },
    { fault: 'no-trusted-time', jws: await signed({ id: other, eventId: other }), now: null },
  ]
  return { deviceId, unitId, now: sentAt + 120_000, held: emergency as unknown as EmergencyDocument, cases }
}
