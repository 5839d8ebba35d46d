import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealLines, writeAudit } from '@nguon/server/audit'
import { migrate, openPglite, systemClock, transact } from '@nguon/server/platform'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { runProgram } from '@nguon/tests/run-program'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'

const folder = temporaryFolder('verify-audit')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function change(work: (database: Awaited<ReturnType<typeof openPglite>>) => Promise<void>): Promise<void> {
  const database = await openPglite({ folder })
  await work(database)
  await database.close()
}

async function verify(LANG: string): Promise<{ code: number | null; told: string }> {
  const program = runProgram('server/verify-audit.ts', [], { LANG, NGUON_DATA: folder, NGUON_LOG_LEVEL: 'silent' })
  const code = await program.ended
  return { code, told: program.stdout() + program.stderr() }
}

it('the command tells in both languages of a whole trail, of its end cut off, and of an altered line', async () => {
  let newest = ''
  await change(async database => {
    await migrate(database, { clock: systemClock })
    for (const subjectId of ['một', 'hai', 'ba']) {
      await transact(database.db, tx =>
        writeAudit(tx, { clock: systemClock }, { actor: null, action: 'thử', subjectId }),
      )
      await sealLines(database.db, { clock: systemClock })
    }
    const { rows } = await sql<{ seal: string }>`SELECT seal FROM audit.seal WHERE seq = 3`.execute(database.db)
    newest = rows[0]?.seal ?? ''
  })
  const unanchored = await verify('vi_VN.UTF-8')
  expect(unanchored.code).toBe(0)
  expect(unanchored.told).toMatch(/^Chuỗi nhật ký nguyên vẹn: 3 dòng\.\nChưa có mốc/)

  writeFileSync(join(folder, 'audit-anchor.json'), JSON.stringify({ seq: 3, seal: newest }))
  expect(await verify('en_US.UTF-8')).toEqual({ code: 0, told: 'The audit trail is intact: 3 lines.\n' })

  await change(async ({ db }) => {
    await sql`ALTER TABLE audit.seal DISABLE TRIGGER USER`.execute(db)
    await sql`ALTER TABLE audit.line DISABLE TRIGGER USER`.execute(db)
    await sql`DELETE FROM audit.seal WHERE seq = 3`.execute(db)
    await sql`DELETE FROM audit.line WHERE subject_id = 'ba'`.execute(db)
  })
  const cut = await verify('en_US.UTF-8')
  expect(cut.code).toBe(1)
  expect(cut.told).toMatch(/broken at line 3: the newest lines .* cut off/)

  await change(
    async ({ db }) => void (await sql`UPDATE audit.line SET details = '{"x":1}' WHERE subject_id = 'hai'`.execute(db)),
  )
  const altered = await verify('vi_VN.UTF-8')
  expect(altered.code).toBe(1)
  expect(altered.told).toMatch(/hỏng ở dòng 2 \([0-9a-z]{26}\): nội dung đã bị sửa\. 1 dòng đầu còn nguyên/)
})
