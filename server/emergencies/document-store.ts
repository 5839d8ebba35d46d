import type { EmergencyId } from '@nguon/domain/emergencies'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface DocumentRow {
  version: number
  messageId: EmergencyId
  unitId: UnitId
  jws: string
  expiresAt: Date
  sendAt: Date | null
  sent: number
}

type DocumentTables = {
  'emergencies.message': { id: EmergencyId; state: string }
  'emergencies.document': DocumentRow
  'emergencies.delivery': { messageId: EmergencyId; deviceId: DeviceId; documentVersion: number; state: string }
}

export interface SignedDocument {
  readonly version: number
  readonly unitId: UnitId
  readonly jws: string
}

const tables = (db: Database) => db.withTables<DocumentTables>()

/** Grows for ever, also past a backup that was restored: it is about as large as milliseconds since 1970. */
export async function nextVersion(tx: Transaction, now: Instant): Promise<number> {
  const { rows } = await sql<{ version: string }>`
    SELECT setval('emergencies.document_version', greatest(nextval('emergencies.document_version'), ${now}::bigint))::text
      AS version`.execute(tx)
  return Number(rows[0]?.version)
}

export async function insertDocument(
  tx: Transaction,
  messageId: EmergencyId,
  { version, unitId, jws }: SignedDocument,
  { expiresAt, sendAt }: { expiresAt: Instant; sendAt: Instant },
): Promise<void> {
  const row = { version, messageId, unitId, jws, expiresAt: new Date(expiresAt), sendAt: new Date(sendAt), sent: 0 }
  await tables(tx).insertInto('emergencies.document').values(row).execute()
}

export async function documentsOf(db: Database, messageId: EmergencyId): Promise<SignedDocument[]> {
  return tables(db)
    .selectFrom('emergencies.document')
    .select(['version', 'unitId', 'jws'])
    .where('messageId', '=', messageId)
    .orderBy('version')
    .execute()
}

const quickest = 2
const slowest = 30

/**
 * Takes the documents that are due: what every device has, and what is over, is not sent again; the others come again after two
 * seconds, then ever later up to half a minute.
 */
export async function takeDue(tx: Transaction, now: Instant): Promise<SignedDocument[]> {
  const { rows } = await sql<SignedDocument & { waiting: boolean }>`
    UPDATE emergencies.document AS document SET
      sent = sent + 1,
      send_at = CASE
        WHEN expires_at > ${new Date(now)} AND EXISTS (
          SELECT FROM emergencies.delivery WHERE document_version = document.version AND state = 'sent')
        THEN ${new Date(now)}::timestamptz + least(${slowest}, ${quickest} * power(2, least(sent, 5))) * interval '1 second'
      END
    WHERE version IN (
      SELECT version FROM emergencies.document WHERE send_at <= ${new Date(now)} ORDER BY version LIMIT 500
      FOR UPDATE SKIP LOCKED)
    RETURNING version, unit_id, jws, send_at IS NOT NULL AS waiting`.execute(tx)
  return rows.filter(({ waiting }) => waiting)
}

/** The documents that hold for a device, oldest first: none of what was replaced, put right, stopped or ended. */
export async function documentsFor(db: Database, deviceId: DeviceId, now: Instant): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.delivery as delivery')
    .innerJoin('emergencies.document as document', 'document.version', 'delivery.documentVersion')
    .innerJoin('emergencies.message as message', 'message.id', 'delivery.messageId')
    .select(['document.jws'])
    .where('delivery.deviceId', '=', deviceId)
    .where('document.expiresAt', '>', new Date(now))
    .where('message.state', 'in', ['confirmed', 'sounding'])
    .orderBy('document.version')
    .execute()
  return rows.map(({ jws }) => jws)
}

/** What was replaced or stopped is sent to nobody any more. */
export async function stopSending(tx: Transaction, messageId: EmergencyId): Promise<void> {
  await tables(tx)
    .updateTable('emergencies.document')
    .set({ sendAt: null })
    .where('messageId', '=', messageId)
    .execute()
}
