import { createPrivateKey, webcrypto } from 'node:crypto'
import { topics } from '@nguon/domain/devices'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { canonicalHash, documentTypes, type DocumentType, sign, type SigningKey } from '@nguon/contract/signing'
import { generate, type Packet } from 'mqtt-packet'

/** Test keys that are published: RFC 8037 appendix A.1 and RFC 8032 §7.1 TEST 2. Nothing may trust them. */
export const exampleKeys = {
  root: {
    kid: 'root-2026',
    kty: 'OKP',
    crv: 'Ed25519',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  },
  signing: {
    kid: 'signing-2026-11',
    kty: 'OKP',
    crv: 'Ed25519',
    x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
    d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
  },
} as const

export async function signingKey(key: (typeof exampleKeys)[keyof typeof exampleKeys]): Promise<SigningKey> {
  const bytes = createPrivateKey({ key: { ...key }, format: 'jwk' }).export({ format: 'der', type: 'pkcs8' })
  const privateKey: unknown = await webcrypto.subtle.importKey('pkcs8', bytes, { name: 'Ed25519' }, false, ['sign'])
  return { kid: key.kid, privateKey: privateKey as SigningKey['privateKey'] }
}

const deviceId = '01jcx3q8n4e5v6w7y8z9a0b1c2' as DeviceId
const [commune, neighbour] = ['01jcx0000000000000000xa001' as UnitId, '01jcx0000000000000000xa002' as UnitId]
const province = '01jcx000000000000000tinh01' as UnitId
const audienceId = '01jcx4a0000000000000000001'
const day = 86_400_000
/** 2026-11-21 00:00 in Asia/Ho_Chi_Minh. */
const midnight = Date.UTC(2026, 10, 20, 17)
const issuedAt = midnight - 6 * 3_600_000
const startsAt = midnight + 5 * 3_600_000
const mediaSha256 = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c'
const contentHash = await canonicalHash({ title: 'Lịch tiêm chủng', text: 'Trạm y tế xã thông báo.' })
const bulletinId = '01jcx5b0000000000000000001'
const slotId = '01jcx6s0000000000000000001'
const log = '01jcx7l0000000000000000001'

const item = {
  id: `${slotId}-2026-11-21`,
  slotId,
  startsAt,
  endsAt: startsAt + 95_000,
  class: 'normal',
  title: 'Lịch tiêm chủng',
  rendition: { mediaSha256, offsetSeconds: 0 },
  contentHashes: [contentHash],
  bulletinIds: [bulletinId],
}

const lineup = {
  version: 1042,
  audienceId,
  unitId: commune,
  issuedAt,
  validUntil: issuedAt + 8 * day,
  guard: {
    zoneOffsets: [{ from: issuedAt, offsetMinutes: 420 }],
    quietHours: [{ from: '21:00', until: '05:00' }],
    quietSpans: [],
    broadcastWindows: [],
    silentDays: [],
    maximumVolumeByHour: Array.from({ length: 24 }, (_, hour) => (hour < 5 || hour >= 21 ? 0 : 80)),
  },
  items: [item],
  media: [{ sha256: mediaSha256, bytes: 760_000, seconds: 95, mediaType: 'audio/mpeg' }],
}

/** The device was moved to the neighbouring commune at seven in the evening. */
const assignment = {
  deviceId,
  version: issuedAt + 3_600_000,
  unitId: neighbour,
  villageId: '01jcx000000000000000thon01',
  unitPath: [province, neighbour],
  issuedAt: issuedAt + 3_600_000,
}

const keySet = {
  issuedAt,
  keys: [{ ...publicPart(exampleKeys.signing), notBefore: issuedAt - day, notAfter: issuedAt + 40 * day }],
}
const time = { now: issuedAt + 1_234, nonce: '5f1d6c3a-9b2e-4c57-8f60-2f4a1e7d9b03' }

const heartbeat = {
  kind: 'heartbeat',
  telemetry: {
    sentAt: issuedAt + 30_000,
    timeTrusted: true,
    clockErrorMilliseconds: 12,
    firmware: '1.0.0',
    assignmentVersion: null,
    lineupVersion: 1042,
    lineupIssuedAt: issuedAt,
    mediaReady: 1,
    mediaMissing: 0,
    playing: null,
    volume: 80,
    diskFreeBytes: 3_221_225_472,
    signalDbm: -71,
    mainsPower: true,
    batteryPercent: null,
    temperatureCelsius: 41.5,
    lastHeardAt: null,
  },
}

const airings = {
  kind: 'airings',
  airings: [
    {
      deviceId,
      log,
      seq: 1,
      itemId: item.id,
      slotId,
      class: 'normal',
      title: item.title,
      lineupVersion: 1042,
      contentHashes: [contentHash],
      bulletinIds: [bulletinId],
      mediaSha256,
      plannedAt: startsAt,
      startedAt: startsAt + 38,
      playedSeconds: 95,
      plannedSeconds: 95,
      result: { kind: 'completed' },
      heardLevel: null,
    },
  ],
}

const refusals = {
  kind: 'refusals',
  refusals: [{ at: issuedAt + 60_000, subject: 'lineup', fault: 'signature', detail: '' }],
}

const selfTests = {
  kind: 'self-tests',
  tests: [
    {
      deviceId,
      log: '01jcx7l0000000000000000002',
      seq: 1,
      at: issuedAt + 120_000,
      result: 'completed',
      reason: null,
      heard: null,
      heardLevel: null,
    },
  ],
}

const secret = 'Zm9yLWV4YW1wbGVzLW9ubHktbmV2ZXItdXNlLWl0Li4'
const pointer = { audienceId, version: 1042, url: `/api/devices/lineups/${audienceId}` }
const acknowledged = { log, seq: 1 }

/** The plain messages, by the name of their file. */
export const exampleMessages = {
  keys: exampleKeys,
  'claim-request': { code: 'ABCDE-FGHJK', model: 'LOA-4G-2', firmware: '1.0.0' },
  'claim-response': {
    deviceId,
    secret,
    unitId: commune,
    unitPath: [province, commune],
    rootKey: publicPart(exampleKeys.root),
    mqttUrl: 'mqtts://nguon.example.vn:8883',
  },
  'key-set': keySet,
  time,
  lineup,
  pointer,
  assignment,
  'assignment-pointer': { version: assignment.version },
  acknowledged,
  heartbeat,
  airings,
  refusals,
  'self-tests': selfTests,
  mqtt: mqttPackets(),
} as const

/** The signed documents, by the name of their file; Ed25519 gives the same bytes every time. */
export async function exampleDocuments(): Promise<Record<string, string>> {
  const [root, signing] = [await signingKey(exampleKeys.root), await signingKey(exampleKeys.signing)]
  return {
    'key-set': await sign(documentTypes.keySet, keySet, root),
    time: await sign(documentTypes.time, time, signing),
    lineup: await sign(documentTypes.lineup, lineup, signing),
    assignment: await sign(documentTypes.assignment, assignment, signing),
  }
}

/** Line-ups a device must not obey, each with the fault it reports. `held` is the newest it accepted before. */
export async function refusedLineups() {
  const [root, signing] = [await signingKey(exampleKeys.root), await signingKey(exampleKeys.signing)]
  const signed = (change: object, type: DocumentType = documentTypes.lineup, key = signing) =>
    sign(type, { ...lineup, ...change }, key)
  const good = await signed({})
  const [header = '', payload = '', signature = ''] = good.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: documentTypes.lineup, kid: signing.kid }))
  const altered = Buffer.from(payload, 'base64url').toString().replace('"version":1042', '"version":1043')
  const hour = 3_600_000
  const cases = [
    { fault: 'malformed', jws: 'not a document' },
    { fault: 'algorithm', jws: `${unsigned.toString('base64url')}.${payload}.` },
    { fault: 'type', jws: await signed({}, documentTypes.command) },
    { fault: 'unknown-key', jws: await signed({}, documentTypes.lineup, root) },
    { fault: 'signature', jws: `${header}.${Buffer.from(altered).toString('base64url')}.${signature}` },
    { fault: 'key-expired', jws: await signed({ issuedAt: issuedAt + 41 * day, validUntil: issuedAt + 49 * day }) },
    { fault: 'malformed-payload', jws: await signed({ version: 'newest' }) },
    { fault: 'other-unit', jws: await signed({ unitId: province }) },
    { fault: 'older', jws: await signed({ version: 1041 }) },
    { fault: 'expired', jws: good, now: lineup.validUntil },
    { fault: 'future', jws: await signed({ issuedAt: issuedAt + 2 * hour, version: 1043 }) },
    { fault: 'no-trusted-time', jws: good, now: null },
  ]
  const held = { version: 1042, issuedAt }
  return { unitId: commune, now: issuedAt + hour, held, cases }
}

/** Assignments a device must not obey. `held` is the one it keeps. */
export async function refusedAssignments() {
  const [root, signing] = [await signingKey(exampleKeys.root), await signingKey(exampleKeys.signing)]
  const signed = (change: object, type: DocumentType = documentTypes.assignment, key = signing) =>
    sign(type, { ...assignment, ...change }, key)
  const good = await signed({})
  const [header = '', payload = '', signature = ''] = good.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: documentTypes.assignment, kid: signing.kid }))
  const altered = Buffer.from(payload, 'base64url').toString().replace('xa002', 'xa003')
  const cases = [
    { fault: 'malformed', jws: 'not a document' },
    { fault: 'algorithm', jws: `${unsigned.toString('base64url')}.${payload}.` },
    { fault: 'type', jws: await signed({}, documentTypes.lineup) },
    { fault: 'unknown-key', jws: await signed({}, documentTypes.assignment, root) },
    { fault: 'signature', jws: `${header}.${Buffer.from(altered).toString('base64url')}.${signature}` },
    { fault: 'malformed-payload', jws: await signed({ unitId: 'xa002' }) },
    { fault: 'key-expired', jws: await signed({ issuedAt: issuedAt + 41 * day }) },
    {
      fault: 'other-device',
      jws: await signed({ deviceId: '01jcx3q8n4e5v6w7y8z9a0b1c3', version: issuedAt + 2 * day }),
    },
    { fault: 'older', jws: await signed({ version: assignment.version - 1, unitId: commune }) },
    { fault: 'older', jws: await signed({ unitId: commune, unitPath: [province, commune] }) },
    { fault: 'no-trusted-time', jws: good, now: null },
  ]
  return { deviceId, now: issuedAt + 7_200_000, held: assignment, cases }
}

export function publicPart({ kid, kty, crv, x }: { kid: string; kty: 'OKP'; crv: 'Ed25519'; x: string }) {
  return { kid, kty, crv, x }
}

/** MQTT packets as they go over the line, in hexadecimal. */
function mqttPackets(): Record<string, string> {
  const up = topics.up(deviceId)
  const wanted = [
    topics.lineup(deviceId),
    topics.assignment(deviceId),
    topics.down(deviceId),
    topics.acknowledged(deviceId),
    topics.emergency(commune),
    topics.emergency(province),
  ]
  const packets: Record<string, Packet> = {
    connect: {
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 4,
      clean: true,
      keepalive: 30,
      clientId: deviceId,
      username: deviceId,
      password: Buffer.from(secret),
    },
    connack: { cmd: 'connack', returnCode: 0, sessionPresent: false },
    subscribe: { cmd: 'subscribe', messageId: 1, subscriptions: wanted.map(topic => ({ topic, qos: 1 })) },
    suback: { cmd: 'suback', messageId: 1, granted: wanted.map(() => 1) },
    pointer: publish(topics.lineup(deviceId), pointer, { retain: true }),
    refusals: publish(up, refusals, { qos: 1, messageId: 2 }),
    puback: { cmd: 'puback', messageId: 2 },
    pingreq: { cmd: 'pingreq' },
    pingresp: { cmd: 'pingresp' },
  }
  return Object.fromEntries(Object.entries(packets).map(([name, packet]) => [name, generate(packet).toString('hex')]))
}

function publish(topic: string, message: object, options: Partial<Extract<Packet, { cmd: 'publish' }>>): Packet {
  const payload = Buffer.from(JSON.stringify(message))
  return { cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false, ...options }
}
