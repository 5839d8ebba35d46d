import {
  compareSounds,
  fromInt16,
  join,
  type Pcm,
  rms,
  scale,
  secondsOf,
  silence,
  trim,
  trimSilence,
} from '@nguon/domain/sound'
import { decodeMp3, readAiMark } from '@nguon/server/sound'
import { afterAll, describe, expect, it } from 'vitest'
import type { SpokenSentence } from './divide-sentence.ts'
import { espeakProgram } from './espeak-program.ts'
import { espeakWasm } from './espeak-wasm.ts'
import type { VoiceEngine } from './voice-engine.ts'
import { renderReading } from './render-reading.ts'
import { requireProgram } from '../../tests/harness/requirement.ts'

const installed = requireProgram('espeak-ng') !== null
const engine = espeakWasm()
afterAll(() => engine.close())

const reading: readonly SpokenSentence[] = [
  { spoken: 'Thông báo lịch cắt điện', endsParagraph: true },
  { spoken: 'Xã Thượng Sơn cắt điện từ bảy giờ đến mười một giờ ba mươi phút sáng mai.', endsParagraph: false },
  { spoken: 'Đề nghị bà con chuẩn bị đèn pin, nước sạch.', endsParagraph: true },
]

describe('V1: a reading becomes sound', () => {
  it.each(['vi', 'vi-vn-x-central', 'vi-vn-x-south'])(
    'with the embedded voice %s, at -18 LUFS, marked',
    async voice => {
      const seen: string[] = []
      const onProgress = (done: number, of: number) => void seen.push(`${done}/${of}`)
      const rendered = await renderReading(reading, { engine, voice, title: 'Cắt điện', onProgress })
      expect(Math.abs(rendered.loudnessLufs + 18)).toBeLessThan(0.2)
      expect(rendered.truePeakDbfs).toBeLessThan(0)
      expect(rendered.seconds).toBeGreaterThan(7)
      expect(rendered.seconds).toBeLessThan(13)
      expect(rendered.aiMark).toEqual({ engine: 'espeak-ng-wasm', voice })
      expect(await readAiMark(rendered.bytes)).toEqual(rendered.aiMark)
      expect(seen).toEqual(['1/3', '2/3', '3/3'])
    },
  )

  it('I10: another voice reading the same text is no proof of the approved sound', async () => {
    const sound = async (voice: string) => decodeMp3((await renderReading(reading, { engine, voice })).bytes)
    const [north, south] = await Promise.all([sound('vi'), sound('vi-vn-x-south')])
    const comparison = compareSounds(north, south)
    expect(comparison).toMatchObject({ proven: false })
    expect(comparison.correlation).toBeLessThan(0.8)
    expect(compareSounds(north, north)).toMatchObject({ proven: true })
  })

  it('V2, I21: slower speech and longer pauses take longer, each by itself', async () => {
    const seconds = async (speed: number, longerPauses: boolean) =>
      (await renderReading(reading, { engine, voice: 'vi', speed, longerPauses })).seconds
    const [plain, slow, paused] = await Promise.all([seconds(1, false), seconds(0.7, false), seconds(1, true)])
    expect(slow).toBeGreaterThan(plain * 1.2)
    expect(paused).toBeGreaterThan(plain + 1)
  })

  it.skipIf(!installed)("Debian's espeak-ng speaks the same", async () => {
    const rendered = await renderReading(reading, { engine: espeakProgram(), voice: 'vi' })
    const embedded = await renderReading(reading, { engine, voice: 'vi' })
    expect(rendered.aiMark.engine).toBe('espeak-ng')
    expect(Math.abs(rendered.seconds - embedded.seconds)).toBeLessThan(0.5)
  })
})

/** An engine of chosen faults: what a model or a provider may give instead of speech. */
function faulty(make: (spoken: Pcm) => Pcm): VoiceEngine {
  return {
    ...engine,
    id: 'faulty',
    synthesise: async (text, options) => make(await engine.synthesise(text, options)),
  }
}

const noise = (pcm: Pcm, level: number): Pcm => {
  let state = 1
  return {
    samples: pcm.samples.map(() => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
      return level * (state / 2_147_483_648 - 1)
    }),
    rate: pcm.rate,
  }
}
const hum = ({ samples, rate }: Pcm): Pcm => ({
  samples: samples.map((_, n) => 0.2 * Math.sin((2 * Math.PI * 100 * n) / rate)),
  rate,
})

describe('I22: a failed or insane render is a refusal, never silence', () => {
  it.each<[string, string, (pcm: Pcm) => Pcm]>([
    ['silence', 'silent', pcm => silence(3, pcm.rate)],
    ['nothing', 'silent', pcm => silence(0, pcm.rate)],
    ['white noise', 'noise', pcm => noise(pcm, 0.2)],
    ['a hum', 'noise', hum],
    ['a whisper', 'too-quiet', pcm => scale(pcm, 0.01 / rms(pcm))],
    ['a shout', 'too-loud', pcm => scale(pcm, 0.5 / rms(pcm))],
    [
      'flat tops',
      'clipped',
      pcm =>
        fromInt16(
          Int16Array.from(pcm.samples, s => Math.max(-2500, Math.min(2500, s * 32768))),
          pcm.rate,
        ),
    ],
    ['the first word only', 'too-short', pcm => trim(pcm, 0, 0.4)],
    [
      'a stammer without end',
      'too-long',
      pcm => ({
        ...pcm,
        samples: Float32Array.from({ length: 30 * pcm.rate }, (_, n) => pcm.samples[n % pcm.samples.length] ?? 0),
      }),
    ],
  ])('%s is refused as %s', async (_, reason, make) => {
    const rendering = renderReading(reading, { engine: faulty(make), voice: 'vi' })
    await expect(rendering).rejects.toMatchObject({
      kind: { code: 'VOICE_RENDER_FAILED' },
      data: { engine: 'faulty', reason, sentence: expect.stringMatching(/^(Thông báo|Xã Thượng Sơn|Đề nghị)/) },
    })
  })

  it.each<[string, string, (pcm: Pcm) => Pcm]>([
    ['stops half way', 'too-short', pcm => trim(pcm, 0, secondsOf(pcm) / 2)],
    ['says itself three times', 'too-long', pcm => join([pcm, pcm, pcm])],
  ])('one sentence among others that %s is refused as %s', async (_, reason, spoil) => {
    const sentence = (day: string) => `Xã Thượng Sơn cắt điện từ bảy giờ đến mười một giờ sáng ngày ${day}.`
    const days = ['mồng hai', 'mồng ba', 'mồng bốn', 'mồng năm', 'mồng sáu']
    const sentences = days.map(day => ({ spoken: sentence(day), endsParagraph: false }))
    const oneAstray: VoiceEngine = {
      ...engine,
      synthesise: async (text, options) => {
        const pcm = trimSilence(await engine.synthesise(text, options))
        return text.includes('mồng bốn') ? spoil(pcm) : pcm
      },
    }
    await expect(renderReading(sentences, { engine: oneAstray, voice: 'vi' })).rejects.toMatchObject({
      data: { reason, sentence: sentence('mồng bốn') },
    })
    await expect(renderReading(sentences, { engine, voice: 'vi' })).resolves.toMatchObject({ voice: 'vi' })
  })

  it.each<[string, string, readonly SpokenSentence[], string]>([
    ['no sentence', 'VOICE_TEXT_EMPTY', [], 'vi'],
    ['only signs', 'VOICE_TEXT_EMPTY', [{ spoken: ' … — ! ', endsParagraph: true }], 'vi'],
    ['a voice that is not there', 'VOICE_UNKNOWN', reading, 'en-us'],
    ['two hours of text', 'VOICE_TEXT_TOO_LONG', Array.from({ length: 1500 }, () => reading).flat(), 'vi'],
  ])('%s is refused as %s', async (_, code, sentences, voice) => {
    await expect(renderReading(sentences, { engine, voice })).rejects.toMatchObject({ kind: { code } })
  })

  it('a rendering that is called off ends, and the engine still speaks', async () => {
    const stop = new AbortController()
    const long = Array.from({ length: 40 }, () => reading).flat()
    const rendering = renderReading(long, {
      engine,
      voice: 'vi',
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('called off')),
    })
    await expect(rendering).rejects.toThrow('called off')
    await expect(engine.synthesise('Xin chào bà con', { voice: 'vi', speed: 1 })).resolves.toMatchObject({
      rate: 22_050,
    })
  })
})
