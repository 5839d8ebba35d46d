import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '@nguon/domain/platform'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openPglite } from './database.ts'
import { backUpBeforeOpening } from './rolling-backup.ts'

it('keeps the last three copies of the embedded database, each of which opens (R4)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-backup-'))
  const start = Date.UTC(2026, 10, 21)
  expect(await backUpBeforeOpening(folder, instant(start))).toBeNull()
  const database = await openPglite({ folder })
  await sql`CREATE TABLE kept AS SELECT 7 AS number`.execute(database.db)
  await database.close()
  writeFileSync(join(folder, 'secret.key'), 'what seals the secrets')
  for (let hour = 1; hour <= 5; hour += 1) await backUpBeforeOpening(folder, instant(start + hour * 3_600_000))
  expect(await backUpBeforeOpening(folder, instant(start + 5 * 3_600_000 + 1000))).toBeNull()
  const names = readdirSync(join(folder, 'backups'))
  expect(names).toEqual(['20261121T030000Z', '20261121T040000Z', '20261121T050000Z'])

  const copied = readdirSync(join(folder, 'backups'), { recursive: true }).map(String)
  expect(copied.filter(path => path.endsWith('.key'))).toEqual([])

  const restored = mkdtempSync(join(tmpdir(), 'nguon-restored-'))
  cpSync(join(folder, 'backups', '20261121T040000Z'), join(restored, 'database'), { recursive: true })
  const again = await openPglite({ folder: restored })
  const { rows } = await sql`SELECT number FROM kept`.execute(again.db)
  expect(rows).toEqual([{ number: 7 }])
  await again.close()
  for (const path of [folder, restored]) rmSync(path, { recursive: true })
})
