import { randomBytes } from 'node:crypto'
import { openKeys } from '@nguon/server/keys'
import { systemClock, transact } from '@nguon/server/platform'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { describeOnEitherDatabase } from '../harness/databases.ts'
import { readPage } from './pages.ts'

describeOnEitherDatabase('what the page on restoring says of a lost key', open => {
  it('lets the server start with another key, under a root of its own', async () => {
    const [, statements = ''] = /```sql\n([^`]*)```/.exec(readPage('docs/operating/backup-and-restore.md').text) ?? []
    const database = await open()
    const { db } = database
    const openWith = () =>
      openKeys({
        db,
        clock: systemClock,
        log: pino({ level: 'silent' }),
        config: { dataFolder: '/nowhere', secretKey: { kind: 'value', key: randomBytes(32) } } as never,
      })
    const before = await openWith()
    const root = await before.keyring.root()
    await before.secret('session')
    await expect(openWith()).rejects.toThrow('nothing was changed')
    for (const statement of statements.split(';').filter(text => text.trim() !== '')) {
      await transact(db, tx => sql.raw(statement).execute(tx))
    }
    expect((await (await openWith()).keyring.root()).x).not.toBe(root.x)
    await database.close()
  })
})
