import type { AccountId } from '@nguon/domain/platform'
import { settableClock, transact } from '@nguon/server/platform'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { sealLines } from './seal-lines.ts'
import { findLines } from './store.ts'
import { verifyAudit } from './verify-audit.ts'
import { writeAudit } from './write-audit.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const actor = { accountId: 'a'.repeat(26) as AccountId, name: 'Nguyễn Thị Hoa' }

describeOnBothDatabases('the audit trail', database => {
  it('keeps no line of an act that was rolled back', async () => {
    const { db } = database()
    const act = transact(db, async tx => {
      await writeAudit(tx, { clock }, { actor, action: 'bulletins.submit', subjectId: 'rolled-back' })
      throw new Error('the act failed')
    })
    await expect(act).rejects.toThrow('the act failed')
    expect(await findLines(db, { unitIds: null, subjectId: 'rolled-back', before: null, limit: 10 })).toEqual([])
  })

  it('chains lines, proves the chain, and names the first line that was altered', async () => {
    const { db } = database()
    for (let number = 1; number <= 5; number += 1) {
      clock.advance(10)
      await transact(db, tx =>
        writeAudit(tx, { clock }, { actor, action: 'bulletins.edit', subjectId: `b${number}`, details: { number } }),
      )
    }
    expect(await sealLines(db, { clock })).toBe(5)
    expect(await sealLines(db, { clock })).toBe(0)
    expect(await verifyAudit(db)).toEqual({ lines: 5, broken: null })

    await expect(sql`UPDATE audit.line SET actor_name = 'x'`.execute(db)).rejects.toThrow('only ever added to')
    await sql`ALTER TABLE audit.line DISABLE TRIGGER line_is_kept`.execute(db)
    await sql`UPDATE audit.line SET details = '{"number": 33}' WHERE subject_id = 'b3'`.execute(db)
    const verdict = await verifyAudit(db)
    expect(verdict).toMatchObject({ lines: 2, broken: { seq: 3, reason: 'altered' } })
  })

  it('finds lines by who acted, by the kind of act and by time', async () => {
    const { db } = database()
    const found = async (wish: object) => {
      const lines = await findLines(db, { unitIds: null, before: null, limit: 50, ...wish })
      return lines.filter(({ subjectId }) => subjectId?.startsWith('wish-')).map(({ subjectId }) => subjectId)
    }
    const from = clock.now()
    const write = (act: { name: string; action: string; subjectId: string }) =>
      transact(db, tx => {
        const { name, ...rest } = act
        return writeAudit(tx, { clock }, { ...rest, actor: { ...actor, name } })
      })
    await write({ name: 'Trần Văn Định', action: 'territory.rename', subjectId: 'wish-1' })
    clock.advance(1000)
    await write({ name: 'Nguyễn Thị Hoa', action: 'bulletins.edit', subjectId: 'wish-2' })
    expect(await found({ person: 'van dinh' })).toEqual(['wish-1'])
    expect(await found({ person: '100%' })).toEqual([])
    expect(await found({ module: 'bulletins' })).toEqual(['wish-2'])
    expect(await found({ from, until: from + 1 })).toEqual(['wish-1'])
    expect(await found({ from: from + 1 })).toEqual(['wish-2'])
  })

  it('refuses a call on the root handle inside a transaction instead of freezing', async () => {
    const { db } = database()
    const outside = () => findLines(db, { unitIds: null, subjectId: null, before: null, limit: 1 })
    await expect(transact(db, outside)).rejects.toThrow('inside a transaction')
    await expect(transact(db, () => transact(db, outside))).rejects.toThrow('inside a transaction')
    expect(await outside()).toHaveLength(1)
  })
})
