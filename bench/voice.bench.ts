import { spawn } from 'node:child_process'
import { findProgram, runProgram } from '@nguon/server/sound'
import { espeakWasm, renderReading, warmUp } from '@nguon/server/speech'
import type { BenchOptions, BenchRow } from './bench.ts'
import { measure, round } from './measure.ts'
import { type GeneratedSentence, vietnameseText } from './vietnamese-text.ts'

const cases = [
  { name: 'announcement', syllables: 60, runs: 9 },
  { name: 'bulletin', syllables: 400, runs: 5 },
  { name: 'programme', syllables: 3000, runs: 2 },
]

/** What an administrator would write in one line; the second also brings it to the loudness, in one pass. */
const rivals = {
  plain: ['-b:a', '64k'],
  normalised: ['-af', 'loudnorm=I=-18:TP=-1', '-ar', '22050', '-b:a', '64k'],
}

/**
 * Text to stored, normalised audio with the embedded voice, against Debian's `espeak-ng | ffmpeg`. The rival of the
 * ratio does less: no loudness, no judgement, no second decoding. `first` includes starting processes and threads;
 * `warmed` is the first after what a server does when it starts.
 */
export async function* bench({ seed }: BenchOptions): AsyncGenerator<BenchRow> {
  const programs = findRivals()
  const rivalVersion = programs && (await versionOf(programs))
  for (const { name, syllables, runs } of cases) {
    const sentences = vietnameseText(seed, syllables)
    const engine = espeakWasm()
    const ours = () => renderReading(sentences, { engine, voice: 'vi' })
    const first = await measure(1, ours)
    const { seconds, loudnessLufs } = await ours()
    await engine.close()
    await warmUp(engine)
    const warmed = await measure(1, ours)
    const times = await measure(runs, ours)
    await engine.close()
    const figures = { n: syllables, seed, seconds, loudnessLufs, realTimeFactor: factor(times.p50, seconds) }
    const start = { first: first.p50, firstRealTimeFactor: factor(first.p50, seconds) }
    const warm = { warmed: warmed.p50, warmedRealTimeFactor: factor(warmed.p50, seconds) }
    const against = programs && (await compare(times.p50, programs, sentences, runs))
    yield {
      bench: 'voice',
      case: name,
      ...figures,
      ...start,
      ...warm,
      ours: times.p50,
      ...against,
      rivalVersion,
      ...times,
    }
  }
}

function factor(milliseconds: number, seconds: number): number {
  return round(milliseconds / 1000 / seconds)
}

interface Programs {
  readonly espeak: string
  readonly ffmpeg: string
}

function findRivals(): Programs | undefined {
  const [espeak, ffmpeg] = [findProgram('espeak-ng'), findProgram('ffmpeg')]
  return espeak && ffmpeg ? { espeak, ffmpeg } : undefined
}

async function compare(ours: number, programs: Programs, sentences: readonly GeneratedSentence[], runs: number) {
  const text = sentences.map(({ spoken, endsParagraph }) => `${spoken}${endsParagraph ? '\n\n' : ' '}`).join('')
  const plain = await measure(runs, () => pipe(programs, text, rivals.plain))
  const normalised = await measure(runs, () => pipe(programs, text, rivals.normalised))
  const others = [{ rival: 'espeak-ng | ffmpeg loudnorm', p50: normalised.p50, ratio: round(normalised.p50 / ours) }]
  return { rival: plain.p50, ratio: round(plain.p50 / ours), others }
}

function pipe({ espeak, ffmpeg }: Programs, text: string, output: readonly string[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const speaker = spawn(espeak, ['-v', 'vi', '-s', '160', '-b', '1', '--stdin', '--stdout'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const encoder = spawn(ffmpeg, ['-v', 'error', '-i', 'pipe:0', '-ac', '1', ...output, '-f', 'mp3', 'pipe:1'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  speaker.stdout.pipe(encoder.stdin)
  speaker.stdin.end(text)
  let bytes = 0
  encoder.stdout.on('data', (part: Buffer) => (bytes += part.length))
  encoder.on('error', reject)
  encoder.on('close', code => {
    if (code === 0 && bytes > 0) resolve()
    else reject(new Error(`espeak-ng | ffmpeg ended with ${code} and ${bytes} bytes`))
  })
  return promise
}

async function versionOf({ espeak, ffmpeg }: Programs): Promise<string> {
  const run = { timeLimitMs: 5000, outputLimitBytes: 100_000 }
  const told = await Promise.all([runProgram(espeak, ['--version'], run), runProgram(ffmpeg, ['-version'], run)])
  const [speaker, encoder] = told.map(bytes => /\d+\.\d+[\w.+-]*/.exec(new TextDecoder().decode(bytes))?.[0] ?? '?')
  return `espeak-ng ${speaker} | ffmpeg ${encoder}`
}
