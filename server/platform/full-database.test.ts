import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platformRefusals } from '@nguon/contract/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { removeDisk, smallDisk } from '@nguon/tests/small-disk'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { type Database, openPglite, transact } from './database.ts'

const noRoom = { kind: platformRefusals.NO_ROOM }
const write = (db: Database) => transact(db, tx => sql`INSERT INTO said VALUES ('Loa, loa')`.execute(tx))

const disk = smallDisk(160)

describe.skipIf(disk === null)('the disk under the embedded database', () => {
  const folder = disk ?? ''
  afterAll(() => removeDisk(folder))

  it('R4: writes are refused in words before it is full, what is there is read, and writing goes on when there is room', async () => {
    const opened = await openPglite({ folder })
    await opened.executeScript('CREATE TABLE said (words text NOT NULL)')
    await write(opened.db)
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize - 10 * 2 ** 20))
    await expect(write(opened.db)).rejects.toMatchObject(noRoom)
    expect((await sql`SELECT words FROM said`.execute(opened.db)).rows).toEqual([{ words: 'Loa, loa' }])
    rmSync(join(folder, 'filler'))
    await write(opened.db)
    expect((await sql`SELECT words FROM said`.execute(opened.db)).rows).toHaveLength(2)
    await opened.close()
  })
})

describeOnBothDatabases('the disk under the database', database => {
  it('R4: what it says when the disk is full is told as that', async () => {
    const full = sql`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`
    await expect(transact(database().db, tx => full.execute(tx))).rejects.toMatchObject(noRoom)
  })
})
