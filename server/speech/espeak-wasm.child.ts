import { espeakRate } from './espeak-voices.ts'
import { answerSpeech, type SpeechAnswer, type SpeechRequest } from './speech-child.ts'

/** The part of `@echogarden/espeak-ng-emscripten` used here; it brings no types. */
interface Worker {
  readonly samplerate: number
  set_voice(name: string): number
  set_rate(wordsPerMinute: number): void
  synthesize(text: string, hear: (samples: Int16Array | null) => boolean): void
}
interface Espeak {
  default(): Promise<{ eSpeakNGWorker: new () => Worker }>
}

/** GPL code is loaded in this process alone; the server speaks to it over a channel and never links it. */
const packageName: string = '@echogarden/espeak-ng-emscripten'
let worker: Promise<Worker> | undefined

async function loadWorker(): Promise<Worker> {
  const { default: load } = (await import(packageName)) as Espeak
  const { eSpeakNGWorker } = await load()
  return new eSpeakNGWorker()
}

async function speak({ text, voice, speed }: SpeechRequest): Promise<SpeechAnswer> {
  worker ??= loadWorker()
  let speaker: Worker
  try {
    speaker = await worker
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) }
  }
  if (speaker.set_voice(voice) !== 0) return { refused: `no voice ${voice}` }
  speaker.set_rate(espeakRate(speed))
  const parts: Int16Array[] = []
  speaker.synthesize(text, samples => {
    if (samples) parts.push(samples)
    return false
  })
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  return { samples, rate: speaker.samplerate }
}

answerSpeech(speak)
