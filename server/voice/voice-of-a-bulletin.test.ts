import { readAiMark } from '@nguon/server/sound'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import type { Rendition } from '@nguon/contract/voice'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const patience = { timeout: 60_000, interval: 100 }

describe('the voice of a bulletin', () => {
  let house: TestHouse
  let author: Person
  beforeAll(async () => {
    house = await openTestHouse()
    author = await house.person('author', '24343')
  })
  afterAll(() => house.close())

  const create = async (body: string, more: object = {}) => {
    const texts = [{ title: 'Thông báo họp thôn', body, ...more }]
    const answer = await author.call<BulletinDetails>('POST', '/bulletins', {
      unitId: house.units['24343'],
      content: { texts },
    })
    expect(answer).toMatchObject({ status: 201 })
    return answer.body
  }
  const submit = (id: string, version = 1) => author.call('POST', `/bulletins/${id}/submit`, { version })
  const renditions = async (id: string) =>
    (await author.call<{ renditions: Rendition[] }>('GET', `/bulletins/${id}/renditions`)).body.renditions

  it('V1: is rendered when it is submitted, at the loudness of the house, and can be fetched', async () => {
    const { id } = await create('Kính mời bà con đến dự họp lúc 7 giờ 30 phút ngày 28/11/2026.')
    expect(await submit(id)).toMatchObject({ status: 200, body: { state: 'submitted' } })
    await expect.poll(() => renditions(id), patience).toMatchObject([{ state: 'ready', progress: 1, aiMark: true }])
    const [sound] = await renditions(id)
    expect(sound?.reading).toContain('bảy giờ ba mươi phút')
    expect(sound?.loudnessLufs).toBeCloseTo(-18, 0)
    const file = await author.fetch(`/media/${sound?.mediaSha256}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(bytes).toHaveLength(sound?.bytes ?? 0)
    expect(await readAiMark(bytes)).toEqual({ engine: sound?.engine, voice: sound?.voice })
  })

  it('V2: sounds as through a horn when asked', async () => {
    const { id } = await create('Mời bà con nghe thử.')
    await author.call('POST', `/bulletins/${id}/render`, { version: 1 })
    await expect.poll(() => renditions(id), patience).toMatchObject([{ state: 'ready' }])
    const [sound] = await renditions(id)
    const horn = await author.fetch(`/media/${sound?.mediaSha256}/horn`)
    expect(horn.headers.get('content-type')).toBe('audio/mpeg')
    expect((await horn.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    expect(horn.headers.get('etag')).not.toBe(`"${sound?.mediaSha256}"`)
  })

  it('I22: a word nobody knows stops the submission until somebody decides how it is said', async () => {
    const { id } = await create('Giá bán là 50.000đ/xqz tại chợ.')
    const refused = await submit(id)
    expect(refused).toMatchObject({ status: 422, body: { code: 'READING_UNDECIDED' } })
    expect(JSON.stringify(refused.body['data'])).toContain('xqz')
    expect(await author.call('GET', `/bulletins/${id}`)).toMatchObject({ body: { state: 'draft', version: 1 } })
    const { body } = await author.call<{ readings: { undecided: { source: string }[] }[] }>(
      'GET',
      `/bulletins/${id}/readings`,
    )
    const tokens = body.readings.flatMap(reading => reading.undecided.map(token => token.source))
    const decided = await author.call('POST', `/bulletins/${id}/reading-decisions`, {
      version: 1,
      decisions: tokens.map(token => ({ token, spoken: 'cân' })),
    })
    expect(decided).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await submit(id, 2)).toMatchObject({ status: 200 })
    expect((await renditions(id))[0]?.reading).toContain('cân')
  })

  it('V2: unknown words may be accepted to be spelled, and stay flagged', async () => {
    const { id } = await create('Mã tra cứu là XQZWK nhé.')
    expect(await submit(id)).toMatchObject({ status: 422 })
    await author.call('POST', `/bulletins/${id}/reading-decisions`, { version: 1, spellTheRest: true })
    expect(await submit(id, 2)).toMatchObject({ status: 200 })
    const { body } = await author.call<{ readings: { flagged: unknown[]; undecided: unknown[] }[] }>(
      'GET',
      `/bulletins/${id}/readings`,
    )
    expect(body.readings[0]?.flagged.length).toBeGreaterThan(0)
    expect(body.readings[0]?.undecided).toEqual([])
  })

  it('V2: the dictionary of the unit decides, the nearer unit before the one above', async () => {
    const administrator = await house.person('administrator', '66')
    const add = (person: Person, unit: '66' | '24343', spoken: string) =>
      person.call('POST', '/voice/dictionary', { unitId: house.units[unit], written: 'Xqzt', spoken })
    expect(await add(administrator, '66', 'ích tỉnh')).toMatchObject({ status: 201 })
    const read = async () =>
      (await author.call('POST', '/voice/readings', { unitId: house.units['24343'], text: 'Buôn Xqzt họp.' })).body
    expect(await read()).toMatchObject({ text: expect.stringContaining('ích tỉnh'), undecided: [] })
    const own = await add(author, '24343', 'ích xã')
    expect(await read()).toMatchObject({ text: expect.stringContaining('ích xã') })

    expect(await add(author, '24343', 'hai lần')).toMatchObject({ status: 409, body: { code: 'ENTRY_EXISTS' } })
    expect(await add(author, '66', 'trái quyền')).toMatchObject({ status: 403 })
    const entry = { written: 'Xqzt', spoken: 'ích mới', version: 1 }
    const path = `/voice/dictionary/${String(own.body['id'])}`
    expect(await author.call('PUT', path, entry)).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await author.call('PUT', path, entry)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } })
    const listed = await author.call('GET', `/voice/dictionary?unitId=${house.units['24343']}&search=xqz&limit=1`)
    expect(listed).toMatchObject({ body: { items: [{ written: 'Xqzt' }], nextCursor: expect.any(String) } })
    expect(await author.call('DELETE', path, { version: 2 })).toMatchObject({ status: 200 })
    expect(await read()).toMatchObject({ text: expect.stringContaining('ích tỉnh') })
  })

  it('V4: what a machine reads says so at its end, unless the unit decides otherwise', async () => {
    const administrator = await house.person('administrator', '24343')
    const path = `/voice/setting?unitId=${house.units['24343']}`
    const decide = (spokenNotice: boolean, version: number, who = administrator) =>
      who.call('PUT', '/voice/setting', { unitId: house.units['24343'], spokenNotice, version })
    const readingOf = async (text: string) => {
      const { id } = await create(text)
      await author.call('POST', `/bulletins/${id}/render`, { version: 1 })
      return (await renditions(id))[0]?.reading
    }
    expect(await author.call('GET', path)).toMatchObject({ body: { spokenNotice: true, decidedBy: null, version: 0 } })
    expect(await readingOf('Mời họp thôn.')).toMatch(/Mời họp thôn\.\nBản tin được đọc bằng giọng máy\.$/)
    expect(await decide(false, 0, author)).toMatchObject({ status: 403 })
    expect(await decide(false, 0)).toMatchObject({ status: 200, body: { spokenNotice: false, version: 1 } })
    expect(await decide(true, 0)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION', data: { current: 1 } } })
    expect(await readingOf('Mời họp buôn.')).toMatch(/Mời họp buôn\.$/)
    expect(await decide(true, 1)).toMatchObject({ status: 200, body: { spokenNotice: true, version: 2 } })
  })

  it('V2, I21: a bulletin with longer pauses takes longer, and is voiced anew', async () => {
    const secondsOf = async (longerPauses: boolean) => {
      const { id } = await create('Mời bà con đến họp, mang theo giấy tờ, đúng giờ, đông đủ.', { longerPauses })
      await author.call('POST', `/bulletins/${id}/render`, { version: 1 })
      await expect.poll(() => renditions(id), patience).toMatchObject([{ state: 'ready' }])
      return (await renditions(id))[0]?.seconds ?? 0
    }
    expect(await secondsOf(true)).toBeGreaterThan((await secondsOf(false)) + 0.5)
  })

  it('V3: another language needs the recording of a person', async () => {
    const { id } = await create('Ê ayŏng adei.', { language: 'rad' })
    expect(await submit(id)).toMatchObject({ status: 422, body: { code: 'LANGUAGE_NEEDS_RECORDING' } })
  })

  it('a recording that is not in the library is refused', async () => {
    const { id } = await create('', { recordingSha256: 'a'.repeat(64) })
    expect(await submit(id)).toMatchObject({ status: 422, body: { code: 'RECORDING_MISSING' } })
  })

  it('R4: an unknown voice fails with words, and can be made again with another', async () => {
    const { id } = await create('Xin chào bà con.', { voiceId: 'espeak-ng-wasm/khong-co' })
    await author.call('POST', `/bulletins/${id}/render`, { version: 1 })
    await expect
      .poll(() => renditions(id), patience)
      .toMatchObject([{ state: 'failed', refusal: { code: expect.stringMatching(/^VOICE_/) } }])
  })
})
