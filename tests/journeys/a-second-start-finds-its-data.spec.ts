import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openPglite } from '@nguon/server/platform'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { demo, fileOf, ownFolder, shortText } from './demo.ts'

const played = /^7\. .*: played, .* 100\.0 % like the approved sound\.$/gm

/** As `npm start` is run; resolves when it has carried a bulletin, its own unless another is given, and waits for visitors. */
async function start(folder: string, bulletin: readonly string[] = []) {
  const program = demo(['--port', '0', '--data', folder, ...bulletin], { LANG: 'en' })
  await program.heard(/Stop with Ctrl-C\./)
  return program
}

/** Signs in by the one-time link that was told for this person. */
async function enter(program: Awaited<ReturnType<typeof start>>, name: string) {
  const [, link = ''] = await program.heard(new RegExp(`${name}.*: (http\\S+)`))
  const opened = await fetch(link, { redirect: 'manual' })
  expect(opened.headers.get('location')).toBe('/lam-viec')
  const cookie = opened.headers.getSetCookie().map(line => line.split(';')[0])
  return async <Body>(path: string) => {
    const answer = await fetch(new URL(`/api${path}`, link), { headers: { cookie: cookie.join('; ') } })
    expect(answer.status).toBe(200)
    return (await answer.json()) as Body
  }
}

/** One character in the middle of every signed line-up becomes another, as a hand in the database would do it. */
async function alterLineups(folder: string): Promise<void> {
  const database = await openPglite({ folder })
  await sql`
    UPDATE lineups.audience
    SET jws = overlay(jws placing CASE substr(jws, 200, 1) WHEN 'A' THEN 'B' ELSE 'A' END from 200 for 1),
        version = nextval('lineups.version')
  `.execute(database.db)
  await database.close()
}

it('I06 Ctrl-C ends everything, a second start goes on, and what was altered in between no loudspeaker obeys', async () => {
  const folder = ownFolder()
  // A short one, so that it is over when the second start schedules its own.
  const first = await start(folder, ['--text', fileOf(shortText)])
  expect(first.stdout().match(played)).toHaveLength(3)

  const second = demo(['--port', '0', '--data', folder])
  expect(await second.ended).toBe(2)
  expect(second.stderr()).toMatch(/^Thư mục dữ liệu .* đang được một tiến trình Nguồn khác sử dụng\.[^\n]*\n$/)

  first.signal('SIGINT')
  expect(await first.ended, first.stderr()).toBe(0)
  expect(first.anyoneThere()).toBe(false)
  expect(first.stdout()).toContain('Stopped.')

  await alterLineups(folder)
  const again = await start(folder)
  expect(again.stdout().match(played)).toHaveLength(3)
  const look = await enter(again, 'Phạm Ngọc Sơn')
  const devices = readdirSync(join(folder, 'speakers'))
  expect(devices).toHaveLength(3)
  for (const device of devices) {
    await vi.waitFor(
      async () => {
        const { refusals } = await look<{ refusals: { subject: string; fault: string }[] }>(`/devices/${device}`)
        // A new line-up may be signed before a device asks for the altered one: whoever met it refused it, and nothing else.
        expect(refusals.filter(({ subject, fault }) => subject !== 'lineup' || fault !== 'signature')).toEqual([])
      },
      { timeout: 60_000, interval: 300 },
    )
  }
  again.signal('SIGINT')
  expect(await again.ended, again.stderr()).toBe(0)
  expect(again.anyoneThere()).toBe(false)
})
