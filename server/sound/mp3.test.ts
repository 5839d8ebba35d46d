import { compareSounds, integratedLoudness, type Pcm, secondsOf, silence } from '@nguon/domain/sound'
import { expect, it } from 'vitest'
import { decodeMp3 } from './decode-mp3.ts'
import { encodeMp3 } from './encode-mp3.ts'
import { readAiMark } from './mp3-tags.ts'
import { syllables } from './syllables.fixture.ts'

it.each([16_000, 22_050, 44_100])('a sound at %i Hz comes back from MP3 as proof takes it', async rate => {
  const pcm = syllables(4, rate)
  const decoded = await decodeMp3(await encodeMp3(pcm))
  expect(decoded.rate).toBe(rate)
  expect(secondsOf(decoded) - secondsOf(pcm)).toBeGreaterThan(0)
  expect(secondsOf(decoded) - secondsOf(pcm)).toBeLessThan(0.2)
  expect(compareSounds(pcm, decoded)).toMatchObject({ proven: true })
  expect(Math.abs(integratedLoudness(decoded) - integratedLoudness(pcm))).toBeLessThan(0.2)
})

it('64 kbit/s are 8,000 bytes a second', async () => {
  const bytes = await encodeMp3(syllables(4))
  expect(bytes.length / 8000).toBeCloseTo(4, 0)
})

it('V4: a generated sound says so in its metadata, with engine and voice; title and mark survive any letters', async () => {
  const aiMark = { engine: 'espeak-ng', voice: 'vi-vn-x-south (miền Nam)' }
  const marked = await encodeMp3(syllables(1), { tags: { title: 'Tin về việc «cắt điện» ở Thượng Sơn', aiMark } })
  expect(await readAiMark(marked)).toEqual(aiMark)
  expect((await decodeMp3(marked)).samples.length).toBeGreaterThan(20_000)
})

it('V4: a human recording, and what is no sound, carry no AI mark', async () => {
  expect(await readAiMark(await encodeMp3(syllables(1), { tags: { title: 'Giọng người' } }))).toBeUndefined()
  expect(await readAiMark(Buffer.from('MZ not a sound'))).toBeUndefined()
})

it('the same sound and tags give the same bytes', async () => {
  const tags = { title: 'Bản tin', aiMark: { engine: 'a', voice: 'b' } }
  expect(await encodeMp3(syllables(1), { tags })).toEqual(await encodeMp3(syllables(1), { tags }))
})

it.each<[string, (mp3: Uint8Array) => Uint8Array]>([
  ['an empty file', () => new Uint8Array(0)],
  ['text', () => Buffer.from('Đây là văn bản, không phải âm thanh. '.repeat(50))],
  ['zeros', () => new Uint8Array(5000)],
  ['an MP3 overwritten with noise', mp3 => mp3.map((byte, at) => (at % 2 === 0 ? (at * 7919) % 251 : byte))],
])('%s is refused as broken', async (_, spoil) => {
  const mp3 = await encodeMp3(syllables(2))
  await expect(decodeMp3(spoil(mp3))).rejects.toMatchObject({ kind: { code: 'SOUND_BROKEN' } })
})

it('a rate MP3 does not know is a mistake of the caller', async () => {
  const pcm: Pcm = silence(1, 10_000)
  await expect(encodeMp3(pcm)).rejects.toThrow(RangeError)
})
