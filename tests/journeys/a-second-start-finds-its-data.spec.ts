import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@nguon/server/platform'
import { expect, it } from 'vitest'
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

it('Ctrl-C ends everything, a second process is refused, and a second start goes on with its data', async () => {
  const folder = ownFolder()
  const firstDay = systemClock.today()
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

  const again = await start(folder)
  expect(again.stdout().match(played)).toHaveLength(3)
  const look = await enter(again, 'Phạm Ngọc Sơn')
  const devices = readdirSync(join(folder, 'speakers'))
  expect(devices).toHaveLength(3)
  const days = [...new Set([firstDay, systemClock.today()])]
  for (const device of devices) {
    const airings = await Promise.all(days.map(day => look<object[]>(`/devices/${device}/airings?day=${day}`)))
    expect(airings.flat(), 'one airing of each start').toHaveLength(2)
    expect((await look<{ refusals: object[] }>(`/devices/${device}`)).refusals).toEqual([])
  }
  again.signal('SIGINT')
  expect(await again.ended, again.stderr()).toBe(0)
  expect(again.anyoneThere()).toBe(false)
})
