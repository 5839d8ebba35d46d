import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId } from '@nguon/domain/platform'
import { settableClock, transact } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { moveAnchor, readAnchor } from './anchor.ts'
import { sealLines } from './seal-lines.ts'
import { lastSeal } from './store.ts'
import { verifyAudit } from './verify-audit.ts'
import { writeAudit } from './write-audit.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const actor = { accountId: 'a'.repeat(26) as AccountId, name: 'Nguyễn Thị Hoa' }

describeOnBothDatabases('the anchor of the trail', database => {
  it('an anchor outside tells a cut end and a chain made anew, and is not moved over either', async () => {
    const { db } = database()
    const write = async (subjectId: string) => {
      clock.advance(10)
      await transact(db, tx => writeAudit(tx, { clock }, { actor, action: 'bulletins.edit', subjectId }))
    }
    const path = join(mkdtempSync(join(tmpdir(), 'nguon-anchor-')), 'audit-anchor.json')
    expect(await moveAnchor(db, path)).toBe(true)
    expect(await readAnchor(path)).toBeNull()
    for (const name of ['a', 'b', 'c']) await write(name)
    await sealLines(db, { clock })
    expect(await moveAnchor(db, path)).toBe(true)
    const anchor = await readAnchor(path)
    expect(anchor?.seq).toBe(3)
    expect(await verifyAudit(db, anchor)).toEqual({ lines: 3, broken: null })

    await sql`ALTER TABLE audit.line DISABLE TRIGGER USER`.execute(db)
    await sql`ALTER TABLE audit.seal DISABLE TRIGGER USER`.execute(db)
    await sql`DELETE FROM audit.seal WHERE seq = 3`.execute(db)
    await sql`DELETE FROM audit.line WHERE subject_id = 'c'`.execute(db)
    expect(await verifyAudit(db)).toEqual({ lines: 2, broken: null })
    expect(await verifyAudit(db, anchor)).toMatchObject({ lines: 2, broken: { seq: 3, reason: 'cut' } })

    for (const name of ['d', 'e']) await write(name)
    await sealLines(db, { clock })
    expect(await moveAnchor(db, path)).toBe(false)
    expect(await readAnchor(path)).toEqual(anchor)
    expect(await verifyAudit(db, anchor)).toMatchObject({ lines: 4, broken: { seq: 3, reason: 'replaced' } })
    await sql`ALTER TABLE audit.seal ENABLE TRIGGER USER`.execute(db)
  })

  it('seals that alone were taken away come back as they were', async () => {
    const { db } = database()
    await sealLines(db, { clock })
    const before = await lastSeal(db)
    await sql`ALTER TABLE audit.seal DISABLE TRIGGER USER`.execute(db)
    await sql`DELETE FROM audit.seal WHERE seq > 1`.execute(db)
    await sealLines(db, { clock })
    expect(await lastSeal(db)).toEqual(before)
  })
})
