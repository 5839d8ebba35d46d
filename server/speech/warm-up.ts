import { renderReading } from './render-reading.ts'
import type { VoiceEngine } from './voice-engine.ts'

const greeting = 'Xin kính chào bà con.'

/**
 * Has an engine that starts slowly speak once for nobody, so that the first bulletin does not wait for processes to
 * start and codecs to load. What it gives is judged and let go.
 * @throws what `renderReading` throws
 */
export async function warmUp(engine: VoiceEngine): Promise<void> {
  if (!engine.startsSlowly) return
  const [voice] = await engine.voices()
  if (!voice) return
  const sentences = Array.from({ length: engine.concurrency }, () => ({ spoken: greeting, endsParagraph: true }))
  await renderReading(sentences, { engine, voice: voice.id })
}
