import { mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import { type Pcm, silence, writeWav } from '@nguon/domain/sound'
import { encodeMp3 } from '@nguon/server/sound'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/harness/leashed-process.ts'
import { espeakWasm } from './espeak-wasm.ts'
import { httpProvider } from './http-provider.ts'
import { openVoices, type VoiceSettings } from './open-voices.ts'
import { renderReading } from './render-reading.ts'
import { sherpa } from './sherpa.ts'

const folder = temporaryFolder('engines')
afterAll(() => rm(folder, { recursive: true }))
const settings: VoiceSettings = {
  engine: null,
  modelFolder: null,
  url: null,
  token: null,
  formatFile: null,
  idleSeconds: 60,
}
const say = { voice: '0', speed: 1 }

function modelFolder(name: string, files: Record<string, string>): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
  return path
}

describe('V1: a neural model of the customer, by sherpa-onnx', () => {
  it.each<[string, Record<string, string>, string]>([
    ['an empty folder', {}, 'no .onnx model'],
    ['two models', { 'a.onnx': 'x', 'b.onnx': 'x' }, 'more than one'],
    ['a model without its tokens', { 'a.onnx': 'x' }, 'no tokens.txt'],
    ['a description that is none', { 'a.onnx': 'x', 'tokens.txt': '', 'a.onnx.json': '{' }, 'not a description'],
  ])('%s is told as unavailable, with what is missing', async (name, files, detail) => {
    const engine = sherpa(modelFolder(name.replaceAll(' ', '-'), files))
    const refusal = { kind: { code: 'VOICE_ENGINE_UNAVAILABLE' }, data: { detail: expect.stringContaining(detail) } }
    await expect(engine.voices()).rejects.toMatchObject(refusal)
    await expect(engine.synthesise('Xin chào', say)).rejects.toMatchObject(refusal)
  })

  it('a folder that is not there is told as unavailable', async () => {
    await expect(sherpa(join(folder, 'nowhere')).voices()).rejects.toMatchObject({ data: { engine: 'sherpa-onnx' } })
  })

  it("its speakers are those of Piper's description", async () => {
    const description = JSON.stringify({ num_speakers: 2, speaker_id_map: { lan: 0, minh: 1 } })
    const files = { 'vi.onnx': 'x', 'tokens.txt': '', 'vi.onnx.json': description }
    const voices = await sherpa(modelFolder('speakers', files)).voices()
    expect(voices.map(voice => [voice.id, voice.name])).toEqual([
      ['0', 'Giọng lan'],
      ['1', 'Giọng minh'],
    ])
  })

  it('a damaged model, which aborts its process, is a refusal of the sentence and nothing more', async () => {
    const engine = sherpa(modelFolder('damaged', { 'a.onnx': 'x'.repeat(5000), 'tokens.txt': 'a 1\n' }))
    const rendering = engine.synthesise('Xin chào', say)
    await expect(rendering).rejects.toMatchObject({ name: 'Refusal' })
    await engine.close()
  })
})

describe('V1: a provider behind HTTP', () => {
  const embedded = espeakWasm()
  afterAll(() => embedded.close())
  let close = () => {}
  afterEach(() => close())

  const voices = JSON.stringify([{ id: 'lan', name: 'Lan', region: 'north' }])
  const list: RequestListener = (_, response) => response.end(voices)

  async function provider(post: RequestListener, get = list, timeLimitMs = 5000, formatFile: string | null = null) {
    const server = createServer((request, response) => (request.method === 'GET' ? get : post)(request, response))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    close = () => {
      server.closeAllConnections()
      server.close()
    }
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
    return httpProvider({ url, token: 'secret', fetch, timeLimitMs, formatFile })
  }

  it.each<[string, (pcm: Pcm) => Promise<Uint8Array> | Uint8Array]>([
    ['WAV', writeWav],
    ['MP3', pcm => encodeMp3(pcm)],
  ])('a reading is rendered from its %s, sentence by sentence, with the token', async (_, encode) => {
    const asked: unknown[] = []
    const answer = async (request: IncomingMessage): Promise<Uint8Array> => {
      const wanted = (await json(request)) as { text: string; speed: number }
      asked.push({ ...wanted, token: request.headers.authorization })
      return encode(await embedded.synthesise(wanted.text, { voice: 'vi', speed: wanted.speed }))
    }
    const engine = await provider((request, response) => void answer(request).then(bytes => response.end(bytes)))
    const sentences = [{ spoken: 'Xin kính chào bà con trong xã.', endsParagraph: true }]
    const rendered = await renderReading(sentences, { engine, voice: 'lan' })
    expect(rendered.aiMark).toEqual({ engine: 'http', voice: 'lan' })
    expect(asked).toEqual([{ text: 'Xin kính chào bà con trong xã.', voice: 'lan', speed: 1, token: 'Bearer secret' }])
  })

  it.each<[string, string, RequestListener]>([
    ['an error of the provider', 'refused', (_, response) => response.writeHead(500).end('no')],
    ['an error page in place of sound', 'unreadable', (_, response) => response.end('<html>Xin lỗi</html>')],
    ['an empty answer', 'unreadable', (_, response) => response.end()],
    [
      'a redirect elsewhere',
      'crashed',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['an answer that breaks off', 'crashed', (request, response) => response.write('RIFF', () => request.destroy())],
    ['an answer without end', 'crashed', (_, response) => flood(response)],
    ['no answer in time', 'timed-out', () => {}],
  ])('%s is refused as %s', async (_, reason, post) => {
    const engine = await provider(post, list, reason === 'timed-out' ? 300 : 20_000)
    await expect(engine.synthesise('Xin chào', { voice: 'lan', speed: 1 })).rejects.toMatchObject({
      kind: { code: 'VOICE_RENDER_FAILED' },
      data: { reason },
    })
  })

  it('a provider with ways of its own is asked as its file says, and its sound fetched when it is made', async () => {
    const asked: unknown[] = []
    let looked = 0
    const sound = await embedded.synthesise('Xin kính chào bà con.', { voice: 'vi', speed: 1 })
    const fetchSound: RequestListener = (request, response) => {
      asked.push(request.headers['api-key'])
      if ((looked += 1) < 2) response.writeHead(404).end()
      else response.end(writeWav(sound))
    }
    const format = join(folder, 'format.json')
    writeFileSync(
      format,
      JSON.stringify({
        voices: [{ id: 'lan', name: 'Lan' }],
        request: { headers: { 'api-key': '{token}', voice: '{voice}', speed: '{speed}' }, body: '{text}' },
        speeds: { '0.85': '-1', '1': '0' },
        answer: { kind: 'address', field: 'async' },
      }),
    )
    const noted = async (request: IncomingMessage) => {
      const { headers } = request
      asked.push([headers['api-key'], headers['voice'], headers['speed'], await text(request)])
      return JSON.stringify({ async: `http://${headers.host}/sound` })
    }
    const post: RequestListener = (request, response) => void noted(request).then(answer => response.end(answer))
    const engine = await provider(post, fetchSound, 20_000, format)
    const pcm = await engine.synthesise('Xin kính chào bà con.', { voice: 'lan', speed: 0.9 })
    expect(pcm.samples.length).toBe(sound.samples.length)
    expect(asked).toEqual([['secret', 'lan', '-1', 'Xin kính chào bà con.'], undefined, undefined])
  })

  it('a file that describes no format makes the provider unavailable, and says where it is wrong', async () => {
    const format = join(folder, 'wrong.json')
    writeFileSync(format, '{"request":{"body":5}}')
    const engine = await provider(() => {}, list, 5000, format)
    await expect(engine.voices()).rejects.toMatchObject({ data: { detail: expect.stringContaining('request.body') } })
  })

  it('I22: silence from a provider does not become a bulletin', async () => {
    const engine = await provider((_, response) => response.end(writeWav(silence(3, 22_050))))
    const sentences = [{ spoken: 'Xin kính chào bà con.', endsParagraph: true }]
    await expect(renderReading(sentences, { engine, voice: 'lan' })).rejects.toMatchObject({
      data: { reason: 'silent' },
    })
  })

  it.each<[string, RequestListener]>([
    ['nothing', (_, response) => response.end()],
    ['another thing', (_, response) => response.end('{"voices":[]}')],
    ['a refusal', (_, response) => response.writeHead(401).end()],
  ])('%s in place of the list of voices is told as unavailable, and asked again the next time', async (_, get) => {
    let [wrong, asked] = [true, 0]
    const engine = await provider(list, (request, response) => {
      asked += 1
      ;(wrong ? get : list)(request, response)
    })
    await expect(engine.voices()).rejects.toMatchObject({ kind: { code: 'VOICE_ENGINE_UNAVAILABLE' } })
    wrong = false
    await expect(engine.voices()).resolves.toHaveLength(1)
    await engine.voices()
    expect(asked).toBe(2)
  })
})

function flood(response: Parameters<RequestListener>[1]): void {
  const block = Buffer.alloc(2 ** 20)
  const more = () => {
    if (!response.destroyed) response.write(block, () => setImmediate(more))
  }
  more()
}

describe('the engines of a server', () => {
  it('the embedded voice comes first unless another is preferred; what cannot speak is passed over', async () => {
    const plain = openVoices(settings, { fetch })
    expect((await plain.engine()).id).toBe('espeak-ng-wasm')
    await plain.close()

    const modelFolder = join(folder, 'nowhere')
    const preferring = openVoices({ ...settings, engine: 'sherpa-onnx', modelFolder }, { fetch })
    const [first, second] = await preferring.offered()
    expect(first).toMatchObject({ id: 'sherpa-onnx', voices: [] })
    expect(second?.voices.map(voice => voice.region)).toEqual(['north', 'central', 'south'])
    expect((await preferring.engine()).id).toBe('espeak-ng-wasm')
    await preferring.close()
  })

  it('an engine nobody has is refused', async () => {
    const voices = openVoices(settings, { fetch })
    await expect(voices.engine('sapi')).rejects.toMatchObject({ kind: { code: 'VOICE_ENGINE_UNAVAILABLE' } })
  })
})
