import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type ClaimTables = {
  'devices.device': {
    id: DeviceId
    unitId: UnitId
    secretHash: string | null
    model: string | null
    firmware: string | null
    claimedAt: Date | null
    retiredAt: Date | null
    claimCodeSha256: string | null
    claimExpiresAt: Date | null
  }
}

const tables = (db: Database) => db.withTables<ClaimTables>()

/** Takes the secret away as well: a device is claimed anew or not at all. */
export async function setClaimCode(
  tx: Transaction,
  deviceId: DeviceId,
  codeSha256: string,
  expiresAt: Instant,
): Promise<void> {
  await tables(tx)
    .updateTable('devices.device')
    .set({ claimCodeSha256: codeSha256, claimExpiresAt: new Date(expiresAt), secretHash: null })
    .where('id', '=', deviceId)
    .execute()
}

/** Uses the code up, at most once. */
export async function takeClaim(
  tx: Transaction,
  codeSha256: string,
  now: Instant,
  claimed: { secretHash: string; model: string; firmware: string },
): Promise<{ deviceId: DeviceId; unitId: UnitId } | null> {
  const row = await tables(tx)
    .updateTable('devices.device')
    .set({ ...claimed, claimedAt: new Date(now), claimCodeSha256: null, claimExpiresAt: null })
    .where('claimCodeSha256', '=', codeSha256)
    .where('claimExpiresAt', '>', new Date(now))
    .where('retiredAt', 'is', null)
    .returning(['id', 'unitId'])
    .executeTakeFirst()
  return row ? { deviceId: row.id, unitId: row.unitId } : null
}

const accountsLock = 7_305_139

/** Of every device that has one. Who asks next waits for the end of this transaction, so that the last who tells of them tells what is true. */
export async function accountsOfDevices(tx: Transaction): Promise<{ deviceId: DeviceId; secretHash: string }[]> {
  await sql`SELECT pg_advisory_xact_lock(${accountsLock})`.execute(tx)
  const rows = await tables(tx)
    .selectFrom('devices.device')
    .select(['id', 'secretHash'])
    .where('retiredAt', 'is', null)
    .execute()
  return rows.flatMap(({ id: deviceId, secretHash }) => (secretHash === null ? [] : [{ deviceId, secretHash }]))
}

export async function readSecretHash(db: Database, deviceId: DeviceId): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('devices.device')
    .select('secretHash')
    .where('id', '=', deviceId)
    .executeTakeFirst()
  return row?.secretHash ?? null
}
