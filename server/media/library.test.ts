import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MediaItem } from '@nguon/domain/media'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { writeWav } from '@nguon/domain/sound'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanFile } from './scan-file.ts'

const patience = { timeout: 60_000, interval: 50 }
const tus = { 'tus-resumable': '1.0.0' }
const pieces = { ...tus, 'content-type': 'application/offset+octet-stream' }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Two seconds that are loud enough to be heard, as a microphone would give them. */
function recording(): Uint8Array {
  const rate = 22_050
  const samples = Float32Array.from({ length: rate * 2 }, (_, at) => 0.1 * Math.sin(at / 9) * Math.sin(at / 2000))
  return writeWav({ samples, rate })
}

describe('the media library', () => {
  let house: TestHouse
  let author: Person
  beforeAll(async () => {
    house = await openTestHouse()
    author = await house.person('author', '24343')
  })
  afterAll(() => house.close())

  const begin = async (bytes: number, name = 'ghi âm.wav', person = author) => {
    const answer = await person.fetch('/media/uploads', {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(bytes),
        'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      },
    })
    expect(answer.status).toBe(201)
    return answer.headers.get('location') ?? ''
  }
  const send = (path: string, offset: number, piece: Uint8Array, person = author) =>
    person.fetch(path, {
      method: 'PATCH',
      headers: { ...pieces, 'upload-offset': String(offset) },
      body: Buffer.from(piece),
    })
  const upload = async (bytes: Uint8Array, name?: string) => {
    const path = await begin(bytes.length, name)
    expect((await send(path, 0, bytes)).status).toBe(204)
    return path.split('/').at(-1) ?? ''
  }
  const register = (uploadId: string, more: object = {}, person = author) =>
    person.call<MediaItem & { code?: string }>('POST', '/media', {
      uploadId,
      unitId: house.units['24343'],
      kind: 'sound',
      title: 'Lời đọc',
      ...more,
    })
  const item = async (id: string) => (await author.call<MediaItem>('GET', `/media/${id}`)).body
  const settled = async (uploadId: string, more: object = {}) => {
    const { body } = await register(uploadId, more)
    await expect.poll(async () => (await item(body.id)).state, patience).not.toBe('preparing')
    return item(body.id)
  }

  it('C5: an upload goes on where the line broke', async () => {
    const bytes = recording()
    const path = await begin(bytes.length)
    expect((await send(path, 0, bytes.subarray(0, 30_000))).status).toBe(204)
    const head = await author.fetch(path, { method: 'HEAD', headers: tus })
    expect(head.headers.get('upload-offset')).toBe('30000')
    expect(await register(path.split('/').at(-1) ?? '')).toMatchObject({
      status: 409,
      body: { code: 'UPLOAD_UNFINISHED' },
    })
    expect((await send(path, 30_000, bytes.subarray(30_000))).status).toBe(204)
    expect(await settled(path.split('/').at(-1) ?? '')).toMatchObject({ state: 'ready', fileName: 'ghi âm.wav' })
  })

  it('C5: a recording is brought to the loudness of the house, cut, and kept with its speaker and royalty line', async () => {
    const words = { source: 'recording', speakerName: 'H’Linh Niê', royaltyLine: 'Đọc tin, 1 lần' }
    const ready = await settled(await upload(recording()), { ...words, cut: { toSeconds: 1.5, fadeOutSeconds: 0.1 } })
    expect(ready).toMatchObject({ ...words, state: 'ready', mimeType: 'audio/mpeg', scan: 'unscanned' })
    expect(ready.loudnessLufs).toBeCloseTo(-18, 0)
    expect(ready.seconds).toBeGreaterThan(1.4)
    expect(ready.seconds).toBeLessThan(1.9)
    expect(ready.waveform).toHaveLength(400)
  })

  it('gives a file whole, in part, and not again to who has it', async () => {
    const { sha256, bytes } = await settled(await upload(recording()))
    const path = `/media/${sha256}`
    const whole = await author.fetch(path)
    expect(whole.headers.get('cache-control')).toContain('immutable')
    const content = Buffer.from(await whole.arrayBuffer())
    expect(content).toHaveLength(bytes ?? 0)
    const part = await author.fetch(path, { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(100, 200))
    const beyond = await author.fetch(path, { headers: { range: `bytes=${bytes}-` } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes}`])
    const again = await author.fetch(path, { headers: { 'if-none-match': `"${sha256}"` } })
    expect(again.status).toBe(304)
    const changed = await author.fetch(path, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })
    expect(changed.status).toBe(200)
    const head = await author.fetch(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes)])
    expect((await house.visitor().fetch(path)).status).toBe(404)
    expect((await author.fetch(`/media/${'0'.repeat(64)}`)).status).toBe(404)
  })

  it.each([
    {
      what: 'a text that calls itself sound',
      bytes: Buffer.from('xin chào'),
      kind: 'sound',
      code: 'SOUND_NOT_RECOGNISED',
    },
    { what: 'a sound that calls itself a picture', bytes: recording(), kind: 'image', code: 'FILE_TYPE_REFUSED' },
    {
      what: 'a page that calls itself a document',
      bytes: Buffer.from('<html><script>1</script>'),
      kind: 'document',
      code: 'FILE_TYPE_REFUSED',
    },
  ])('refuses $what, and says so', async ({ bytes, kind, code }) => {
    expect(await settled(await upload(bytes), { kind })).toMatchObject({
      state: 'refused',
      refusal: { code },
      sha256: null,
    })
  })

  it('takes a picture as it is, and serves it where nothing in it can run', async () => {
    const ready = await settled(await upload(png, 'ảnh.png'), { kind: 'image', title: '' })
    expect(ready).toMatchObject({ state: 'ready', title: 'ảnh.png', mimeType: 'image/png', bytes: png.length })
    const served = await author.fetch(`/media/${ready.sha256}`)
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png)
  })

  it('registers an upload once, for its own sender only', async () => {
    const uploadId = await upload(png)
    const first = await register(uploadId, { kind: 'image' })
    expect((await register(uploadId, { kind: 'image' })).body.id).toBe(first.body.id)
    const other = await house.person('operator', '24343')
    expect(await register(uploadId, { kind: 'image' }, other)).toMatchObject({
      status: 404,
      body: { code: 'UPLOAD_NOT_FOUND' },
    })
    const path = await begin(10)
    expect((await send(path, 0, png.subarray(0, 10), other)).status).toBe(404)
    expect((await other.fetch(path, { method: 'HEAD', headers: tus })).status).toBe(404)
  })

  it('is closed to strangers and to those without a role for it', async () => {
    const inspector = await house.person('inspector', '24343')
    const post = { method: 'POST', headers: { ...tus, 'upload-length': '5' } }
    expect((await house.visitor().fetch('/media/uploads', post)).status).toBe(401)
    expect((await inspector.fetch('/media/uploads', post)).status).toBe(403)
    expect(
      (await author.fetch('/media/uploads', { ...post, headers: { ...tus, 'upload-length': '999999999999' } })).status,
    ).toBe(413)
    expect(await register(await upload(png), { unitId: house.units['24346'] })).toMatchObject({ status: 403 })
  })

  it('finds by words without accents, and lets the words be changed once a version', async () => {
    const ready = await settled(await upload(png), { kind: 'image', title: 'Bản đồ ngập lụt' })
    const list = (query: string) =>
      author.call<{ items: MediaItem[] }>('GET', `/media?unitId=${house.units['24343']}&${query}`)
    expect((await list('search=ngap%20lut')).body.items.map(found => found.id)).toEqual([ready.id])
    expect((await list('kind=video')).body.items).toEqual([])
    expect((await list('search=ngap&usableAs=attachment')).body.items.map(found => found.id)).toEqual([ready.id])
    expect((await list('search=ngap&usableAs=sound')).body.items).toEqual([])
    const edit = (version: number) => author.call('PUT', `/media/${ready.id}`, { version, title: 'Bản đồ xã' })
    expect(await edit(1)).toMatchObject({ status: 200, body: { version: 2, title: 'Bản đồ xã' } })
    expect(await edit(1)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } })
  })

  it('C1: a bulletin carries what is in the library, and nothing that is not', async () => {
    const { sha256 } = await settled(await upload(png), { kind: 'image' })
    const create = (mediaSha256: string | null, kind: string) =>
      author.call('POST', '/bulletins', {
        unitId: house.units['24343'],
        content: {
          texts: [{ title: 'Có ảnh', body: 'Xem ảnh.' }],
          attachments: [{ mediaSha256, kind, title: 'Bản đồ' }],
        },
      })
    expect(await create(sha256, 'image')).toMatchObject({ status: 201 })
    expect(await create(sha256, 'document')).toMatchObject({ status: 422, body: { code: 'BULLETIN_MEDIA_MISSING' } })
    expect(await create('e'.repeat(64), 'image')).toMatchObject({
      status: 422,
      body: { code: 'BULLETIN_MEDIA_MISSING' },
    })
  })

  it('C5: a person’s recording is the sound of a bulletin, without an AI mark', async () => {
    const { sha256 } = await settled(await upload(recording()), { source: 'recording' })
    const texts = [{ language: 'rad', title: 'Hdĭp mda', recordingSha256: sha256 }]
    const { body } = await author.call('POST', '/bulletins', {
      unitId: house.units['24343'],
      content: { kind: 'audio', texts },
    })
    const id = String(body['id'])
    expect(await author.call('POST', `/bulletins/${id}/submit`, { version: 1 })).toMatchObject({ status: 200 })
    expect((await author.call('GET', `/bulletins/${id}/renditions`)).body['renditions']).toMatchObject([
      { language: 'rad', source: 'recording', state: 'ready', mediaSha256: sha256, aiMark: false, reading: null },
    ])
  })
})

describe('the virus scanner', () => {
  const folder = temporaryFolder('scanner')
  afterAll(() => rmSync(folder, { recursive: true }))
  const scanner = (name: string, code: number, says = '') => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\necho "${says}"\nexit ${code}\n`)
    chmodSync(path, 0o755)
    return path
  }

  it('is honest when there is none, and takes only a clean end for clean', async () => {
    expect(await scanFile(null, '/etc/hostname')).toBe('unscanned')
    expect(await scanFile(scanner('clean', 0), '/etc/hostname')).toBe('clean')
    await expect(scanFile(scanner('found', 1), '/etc/hostname')).rejects.toThrow('FILE_INFECTED')
    await expect(scanFile(scanner('named', 1, '$1: Eicar-Signature FOUND'), '/etc/hostname')).rejects.toMatchObject({
      data: { found: 'Eicar-Signature' },
    })
    await expect(scanFile(scanner('broken', 2), '/etc/hostname')).rejects.toThrow('SCAN_FAILED')
    await expect(scanFile('/nowhere/clamscan', '/etc/hostname')).rejects.toThrow('SCAN_FAILED')
  })
})
