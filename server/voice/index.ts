/** Voices: engines behind one seam, and the rendering of a reading into marked, normalised sound. */
export * from './divide-sentence.ts'
export * from './espeak-program.ts'
export * from './espeak-wasm.ts'
export * from './judge-speech.ts'
export * from './render-reading.ts'
export * from './voice-engine.ts'
