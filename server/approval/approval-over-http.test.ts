import type { BulletinDetails } from '@nguon/contract/bulletins'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedContents } from './approved-contents.ts'

const patience = { timeout: 60_000, interval: 100 }

describe('an approval over HTTP', () => {
  let house: TestHouse
  let author: Person
  let approver: Person
  beforeAll(async () => {
    house = await openTestHouse()
    author = await house.person('author', '24343')
    approver = await house.person('approver', '24343')
  })
  afterAll(() => house.close())

  const review = async (id: string) => (await approver.call('GET', `/bulletins/${id}/review`)).body
  const waiting = async () =>
    (await approver.call<{ items: { id: string }[] }>('GET', '/approvals/waiting')).body.items.map(item => item.id)

  it('C2: an approver hears what was voiced, approves it, and exactly that may go out', async () => {
    const texts = [{ title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ đến 11 giờ ngày 28/11/2026.' }]
    const created = await author.call<BulletinDetails>('POST', '/bulletins', {
      unitId: house.units['24343'],
      content: { texts },
    })
    const { id } = created.body
    await author.call('POST', `/bulletins/${id}/submit`, { version: 1 })
    expect(await waiting()).toEqual([id])
    await expect.poll(() => review(id), patience).toMatchObject({ waitingFor: null })
    const { soundings } = (await review(id)) as { soundings: { audioSha256: string; reading: string }[] }
    expect(soundings).toMatchObject([{ language: 'vi', reading: expect.stringContaining('bảy giờ') as string }])

    expect((await house.visitor().fetch(`/media/${soundings[0]?.audioSha256}`)).status).toBe(404)
    const answer = await approver.call('POST', `/bulletins/${id}/approve`, { version: 1 })
    expect(answer).toMatchObject({
      status: 200,
      body: { bulletin: { state: 'published' }, approval: { decision: 'approved', paper: null, endedAt: null } },
    })
    const approved = await approvedContents(house.db, [id])
    expect(approved.get(id)).toMatchObject({
      title: 'Lịch cắt điện',
      limits: { area: [house.units['24343']], class: 'normal' },
      soundings: [{ language: 'vi', audioSha256: soundings[0]?.audioSha256 }],
    })
    expect(await waiting()).toEqual([])
    const fetched = () => house.visitor().fetch(`/media/${soundings[0]?.audioSha256}`)
    const published = await fetched()
    expect([published.status, published.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=30, must-revalidate',
    ])
    const etag = published.headers.get('etag') ?? ''
    const address = `/media/${soundings[0]?.audioSha256}`
    const again = () => house.visitor().fetch(address, { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    const ofStaff = await approver.fetch(address)
    expect(ofStaff.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    await approver.call('POST', `/bulletins/${id}/withdraw`, { version: 1, reason: 'Sai giờ' })
    expect((await fetched()).status).toBe(404)
    expect((await again()).status).toBe(404)
    expect((await approver.fetch(address)).status).toBe(200)
  })
})
