import { availableParallelism } from 'node:os'
import { toInt16 } from '@nguon/domain/sound'
import { answerSpeech, type SpeechAnswer, type SpeechRequest } from './speech-child.ts'
import type { SherpaModel } from './sherpa-model.ts'

/** The part of `sherpa-onnx-node` used here. */
interface Sherpa {
  readonly OfflineTts: new (
    config: object,
  ) => {
    generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array; sampleRate: number }
  }
}

const packageName: string = 'sherpa-onnx-node'
const model = JSON.parse(process.argv[2] ?? '{}') as SherpaModel
let speaker: Promise<InstanceType<Sherpa['OfflineTts']>> | undefined

async function loadSpeaker() {
  const { default: sherpa } = (await import(packageName)) as { default: Sherpa }
  const { path: file, tokens, lexicon, dataDir } = model
  const vits = { model: file, tokens, lexicon, dataDir }
  const numThreads = Math.min(4, availableParallelism())
  return new sherpa.OfflineTts({
    model: { vits, numThreads, provider: 'cpu', debug: false },
    maxNumSentences: 1,
  })
}

async function speak({ text, voice, speed }: SpeechRequest): Promise<SpeechAnswer> {
  speaker ??= loadSpeaker()
  let loaded: InstanceType<Sherpa['OfflineTts']>
  try {
    loaded = await speaker
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message.slice(0, 200) : String(error) }
  }
  const { samples, sampleRate } = loaded.generate({ text, sid: Number(voice), speed })
  return { samples: toInt16({ samples, rate: sampleRate }), rate: sampleRate }
}

answerSpeech(speak)
