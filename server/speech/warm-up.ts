import { renderReading } from './render-reading.ts'
import type { VoiceEngine } from './voice-engine.ts'

const greeting = 'Xin kính chào bà con.'

/**
 * Has an engine that would have to start speak once for nobody, so that the next bulletin does not wait for a process to
 * start and codecs to load. What it gives is judged and let go.
 * @throws what `renderReading` throws
 */
export async function warmUp(engine: VoiceEngine): Promise<void> {
  if (engine.keepAwake()) return
  const [voice] = await engine.voices()
  if (!voice) return
  await renderReading([{ spoken: greeting, endsParagraph: true }], { engine, voice: voice.id })
}
