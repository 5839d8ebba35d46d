import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { espeakVoices } from './espeak-voices.ts'
import { SpeechPool } from './speech-pool.ts'
import { engineUnavailable, requireVoice, usualIdleMs, type VoiceEngine } from './voice-engine.ts'

const id = 'espeak-ng-wasm'

/** The voice that comes with the product: espeak-ng as WebAssembly, in processes of its own. Needs nothing installed. */
export function espeakWasm({ timeLimitMs = 30_000, idleMs = usualIdleMs } = {}): VoiceEngine {
  const pool = new SpeechPool(Math.min(4, availableParallelism()), {
    engine: id,
    module: new URL('./espeak-wasm.child.ts', import.meta.url),
    arguments: [],
    timeLimitMs,
    idleMs,
  })
  return {
    id,
    name: 'espeak-ng (kèm theo phần mềm)',
    // Quick enough alone; a second process holds 100 MB and comes only for a second render.
    concurrency: 1,
    keepAwake: () => pool.keepAwake(),
    async voices() {
      if (!isInstalled()) throw engineUnavailable(id, '@echogarden/espeak-ng-emscripten')
      return espeakVoices
    },
    async synthesise(text, { voice, speed, signal }) {
      requireVoice(id, espeakVoices, voice)
      return pool.speak({ text, voice, speed }, signal)
    },
    close: async () => pool.close(),
  }
}

/** It is an optional dependency: who may not ship GPL code leaves it out. */
function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten')
    return true
  } catch {
    return false
  }
}
