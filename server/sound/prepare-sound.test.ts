import { execFileSync } from 'node:child_process'
import { compareSounds, integratedLoudness, join, secondsOf, silence, writeWav } from '@nguon/domain/sound'
import { describe, expect, it } from 'vitest'
import { requireProgram } from '../../tests/harness/requirement.ts'
import { decodeMp3 } from './decode-mp3.ts'
import { encodeMp3 } from './encode-mp3.ts'
import { readAiMark } from './mp3-tags.ts'
import { prepareSound } from './prepare-sound.ts'
import { previewThroughHorn } from './preview-through-horn.ts'
import { renderProgramme } from './render-programme.ts'
import { syllables } from './syllables.fixture.ts'

const ffmpeg = requireProgram('ffmpeg')
const quiet = syllables(3, 44_100, 0.02)

describe('C5: what a recording becomes', () => {
  it.each([
    ['WAV', () => writeWav(quiet)],
    ['MP3', () => encodeMp3(quiet)],
  ])('%s comes to -18 LUFS, with its waveform and address', async (_, make) => {
    const prepared = await prepareSound(await make(), { title: 'Thu âm' })
    const decoded = await decodeMp3(prepared.bytes)
    expect(integratedLoudness(decoded)).toBeCloseTo(prepared.loudnessLufs, 1)
    expect(Math.abs(prepared.loudnessLufs + 18)).toBeLessThan(0.2)
    expect(prepared.truePeakDbfs).toBeLessThan(0)
    expect(prepared.seconds).toBeCloseTo(secondsOf(decoded), 2)
    expect(prepared.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(prepared.waveform).toHaveLength(400)
    expect(compareSounds(quiet, decoded)).toMatchObject({ proven: true })
  })

  it.skipIf(!ffmpeg)('integrated loudness is what ffmpeg measures (EBU R 128)', async () => {
    for (const pcm of [quiet, syllables(5, 22_050, 0.4), join([syllables(2), silence(3, 22_050), syllables(2)])]) {
      const args = ['-hide_banner', '-nostats', '-i', 'pipe:0', '-af', 'ebur128', '-f', 'null', '-']
      const told = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', ffmpeg ?? '', ...args], { input: writeWav(pcm) })
      const theirs = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(told.toString())?.[1])
      // ffmpeg prints tenths.
      expect(Math.abs(integratedLoudness(pcm) - theirs)).toBeLessThan(0.16)
    }
  })

  it('is cut, faded and without the quiet at its ends when asked', async () => {
    const recording = writeWav(join([silence(1, 22_050), syllables(3), silence(2, 22_050)]))
    const bare = await prepareSound(recording, { withoutSilence: true })
    expect(bare.seconds).toBeGreaterThan(2.5)
    expect(bare.seconds).toBeLessThan(3.3)
    const cut = await prepareSound(recording, { fromSeconds: 1, toSeconds: 2, fadeInSeconds: 0.2, fadeOutSeconds: 0.2 })
    expect(cut.seconds).toBeGreaterThan(1)
    expect(cut.seconds).toBeLessThan(1.2)
  })

  it.skipIf(!ffmpeg).each(['ogg', 'flac', 'm4a', 'webm', 'aac'])('%s is taken through ffmpeg', async ending => {
    const [name = '', ...codec] = {
      ogg: ['ogg', '-c:a', 'libvorbis'],
      flac: ['flac'],
      m4a: ['ipod', '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov'],
      webm: ['webm', '-c:a', 'libopus'],
      aac: ['adts', '-c:a', 'aac'],
    }[ending] ?? ['']
    const args = ['-v', 'error', '-i', 'pipe:0', ...codec, '-f', name, 'pipe:1']
    const bytes = execFileSync(ffmpeg ?? '', args, { input: writeWav(syllables(2)) })
    const prepared = await prepareSound(bytes)
    expect(compareSounds(syllables(2), await decodeMp3(prepared.bytes)).correlation).toBeGreaterThan(0.95)
  })
})

describe('C5: what is refused, and as what', () => {
  const executable = Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0\0\0'), Buffer.alloc(4000)])
  it.each<[string, Uint8Array, string]>([
    ['an executable named .mp3', executable, 'SOUND_NOT_RECOGNISED'],
    ['text', Buffer.from('Kính thưa bà con'), 'SOUND_NOT_RECOGNISED'],
    ['an empty file', new Uint8Array(0), 'SOUND_NOT_RECOGNISED'],
    [
      'an executable behind an MP3 tag',
      Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0'), executable]),
      'SOUND_NOT_RECOGNISED',
    ],
    ['silence', writeWav(silence(3, 22_050)), 'SOUND_SILENT'],
    ['a tenth of a second', writeWav(syllables(0.1)), 'SOUND_SILENT'],
    ['a WAV without its format', writeWav(syllables(1)).fill(0, 12, 40), 'SOUND_BROKEN'],
    ['an hour and a second', writeWav(silence(3601, 4000)), 'SOUND_TOO_LONG'],
    ['an OGG cut off in its head', Buffer.from(`OggS${'\0'.repeat(24)}\u0001vorbis cut off`), 'SOUND_BROKEN'],
  ])('%s', async (_, bytes, code) => {
    await expect(prepareSound(bytes)).rejects.toMatchObject({ name: 'Refusal', kind: { code } })
  })

  it('a job that is called off ends at once', async () => {
    await expect(prepareSound(writeWav(quiet), { signal: AbortSignal.abort() })).rejects.toThrow('abort')
    const stop = new AbortController()
    const running = prepareSound(writeWav(quiet), { signal: stop.signal })
    stop.abort(new Error('called off'))
    await expect(running).rejects.toThrow('called off')
  })
})

it('a programme is its items one after the other, encoded once, and keeps the AI mark of any', async () => {
  const items = [syllables(2), syllables(1, 44_100), syllables(3)] as const
  const aiMark = { engine: 'espeak-ng', voice: 'vi' }
  const [first, second, third] = await Promise.all([
    encodeMp3(items[0]),
    encodeMp3(items[1]),
    encodeMp3(items[2], { tags: { aiMark } }),
  ])
  const programme = await renderProgramme([first, second, third], { title: 'Chương trình sáng', gapSeconds: 0.5 })
  expect(programme.seconds).toBeGreaterThan(7)
  expect(programme.seconds).toBeLessThan(7.6)
  expect(await readAiMark(programme.bytes)).toEqual(aiMark)
})

it('V2: as through a horn it still is a sound, is not the approved one, and keeps its AI mark', async () => {
  const aiMark = { engine: 'espeak-ng', voice: 'vi' }
  const mp3 = await encodeMp3(syllables(2), { tags: { aiMark } })
  const heard = await previewThroughHorn(mp3)
  expect(await readAiMark(heard)).toEqual(aiMark)
  expect((await decodeMp3(heard)).samples.length).toBeGreaterThan(2 * 22_050)
  expect(heard).not.toEqual(mp3)
})
