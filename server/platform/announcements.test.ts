import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { pino } from 'pino'
import { expect, it, vi } from 'vitest'
import { openAnnouncements } from './announcements.ts'
import { openPostgres, transact } from './database.ts'
import { StartFault } from './start-fault.ts'

const log = pino({ level: 'silent' })

describeOnEitherDatabase('an announcement', open => {
  it('is heard here after the commit, once, and in other processes too; never when it is rolled back', async () => {
    const database = await open()
    const here = await openAnnouncements(database, { log })
    const url = 'connectionString' in database.jobs ? database.jobs.connectionString : null
    const other = url === null ? null : openPostgres(url)
    const there = other && (await openAnnouncements(other, { log }))
    const heard: string[] = []
    const moved = here.named<{ id: string }>('slotMoved')
    moved.hear(({ id }, from) => void heard.push(`${id} ${from}`))
    moved.hear(() => Promise.reject(new Error('a bug of one listener harms no other')))
    const elsewhere: string[] = []
    there?.named<{ id: string }>('slotMoved').hear(({ id }, from) => void elsewhere.push(`${id} ${from}`))

    const undone = transact(database.db, async tx => {
      await moved.announce(tx, { id: 'undone' })
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    await transact(database.db, async tx => {
      await moved.announce(tx, { id: 'first' })
      expect(heard).toEqual([])
    })
    await transact(database.db, tx => moved.announce(tx, { id: 'second' }))
    await vi.waitUntil(() => heard.length > 1 && (!there || elsewhere.length > 1), { timeout: 60_000 })
    expect(heard).toEqual(['first here', 'second here'])
    expect(elsewhere).toEqual(there ? ['first elsewhere', 'second elsewhere'] : [])

    await Promise.all([here.close(), there?.close()])
    await Promise.all([database.close(), other?.close()])
  })

  it('of one name is declared once', async () => {
    const database = await open()
    const announcements = await openAnnouncements(database, { log })
    announcements.named('slotMoved')
    expect(() => announcements.named('slotMoved')).toThrow('slotMoved')
    await announcements.close()
    await database.close()
  })

  it('shares its database with other servers, and leaves it to one who must be alone', async () => {
    const database = await open()
    if (!('connectionString' in database.jobs)) return database.close()
    const [first, second] = [await openAnnouncements(database, { log }), await openAnnouncements(database, { log })]
    const alone = () => openAnnouncements(database, { log, presence: 'alone' })
    await expect(alone()).rejects.toThrow(StartFault)
    await Promise.all([first.close(), second.close()])
    const only = await vi.waitFor(alone, { timeout: 60_000 })
    await expect(openAnnouncements(database, { log })).rejects.toThrow(StartFault)
    await only.close()
    await database.close()
  })
})
