import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platformRefusals } from '@nguon/contract/platform'
import { settableClock } from '@nguon/server/platform'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { removeDisk, smallDisk } from '@nguon/tests/small-disk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const patience = { timeout: 60_000, interval: 100 }
const megabyte = 2 ** 20
const pieces = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' }

const disk = smallDisk(8)

describe.skipIf(disk === null)('a full disk of the server', () => {
  const folder = disk ?? ''
  const filler = join(folder, 'filler')
  const clock = settableClock(Date.UTC(2026, 10, 21, 1))
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse({ clock, settings: { NGUON_DATA: folder } })
  })
  afterAll(async () => {
    await house.close()
    removeDisk(folder)
  })

  function fill() {
    for (let bytes = 8 * megabyte; bytes >= 4096; bytes /= 2) {
      try {
        writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' })
      } catch {
        // Until nothing more goes in.
      }
    }
  }

  it('an upload is refused with its words, keeps what came, and goes on when there is room', async () => {
    const author = await house.person('author', '24343')
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(3 * megabyte) }
    const begun = await author.fetch('/media/uploads', { method: 'POST', headers })
    const place = begun.headers.get('location') ?? ''
    const send = (offset: number, bytes: number, language = 'vi') =>
      author.fetch(place, {
        method: 'PATCH',
        headers: { ...pieces, 'upload-offset': String(offset), 'accept-language': language },
        body: Buffer.alloc(bytes, 1),
      })
    expect((await send(0, megabyte)).status).toBe(204)
    fill()
    const arrived = async () => {
      const answer = await author.fetch(place, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
      return Number(answer.headers.get('upload-offset'))
    }
    for (const language of ['vi', 'en'] as const) {
      const refused = await send(await arrived(), megabyte, language)
      expect(refused.status).toBe(507)
      expect(await refused.json()).toMatchObject({ code: 'NO_ROOM', title: platformRefusals.NO_ROOM[language] })
    }
    const health = await author.fetch('/readyz')
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({ ready: true, checks: { disk: expect.stringContaining('MB are free') } })
    expect(await (await author.fetch('/metrics')).text()).toMatch(/^nguon_files_free_bytes \d+$/m)
    rmSync(filler)
    const from = await arrived()
    expect(from).toBeGreaterThanOrEqual(megabyte)
    expect((await send(from, 3 * megabyte - from)).status).toBe(204)
    expect(await arrived()).toBe(3 * megabyte)
  })

  it('R4 a reading that found no room says so, leaves nothing half-written, and is rendered when there is room', async () => {
    const author = await house.person('author', '24343')
    const content = { texts: [{ title: 'Họp thôn', body: 'Mời bà con họp lúc 19 giờ.' }] }
    const { body } = await author.call<{ id: string; version: number }>('POST', '/bulletins', {
      unitId: house.units['24343'],
      content,
    })
    fill()
    await author.call('POST', `/bulletins/${body.id}/submit`, { version: body.version })
    const rendition = async () => {
      const answer = await author.call<{ renditions: { state: string; refusal: { code: string } | null }[] }>(
        'GET',
        `/bulletins/${body.id}/renditions`,
      )
      return answer.body.renditions[0]
    }
    await expect.poll(rendition, patience).toMatchObject({ state: 'failed', refusal: { code: 'NO_ROOM' } })
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([])
    rmSync(filler)
    clock.set(clock.now() + 120_000)
    await expect.poll(rendition, patience).toMatchObject({ state: 'ready', refusal: null })
  })
})
