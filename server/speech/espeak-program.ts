import { availableParallelism } from 'node:os'
import { readWav } from '@nguon/domain/sound'
import { findProgram, ProgramFailed, runProgram, Turnstile } from '@nguon/server/sound'
import { espeakRate, espeakVoices } from './espeak-voices.ts'
import { engineUnavailable, renderFailed, requireVoice, type VoiceEngine } from './voice-engine.ts'

const id = 'espeak-ng'
const timeLimitMs = 30_000
const outputLimitBytes = 64 * 2 ** 20

/** Debian's espeak-ng program, one run a sentence. */
export function espeakProgram(): VoiceEngine {
  const width = Math.min(4, availableParallelism())
  const turnstile = new Turnstile(width)
  const program = () => {
    const path = findProgram('espeak-ng')
    if (!path) throw engineUnavailable(id, 'apt-get install espeak-ng')
    return path
  }
  return {
    id,
    name: 'espeak-ng (cài trên máy chủ)',
    concurrency: width,
    keepAwake: () => true,
    async voices() {
      program()
      return espeakVoices
    },
    async synthesise(text, { voice, speed, signal }) {
      const path = program()
      requireVoice(id, espeakVoices, voice)
      const args = ['-v', voice, '-s', String(espeakRate(speed)), '-b', '1', '--stdin', '--stdout']
      try {
        const run = { input: text, timeLimitMs, outputLimitBytes, signal }
        const pcm = readWav(await turnstile.pass(() => runProgram(path, args, run)))
        if (!pcm) throw renderFailed(id, text, 'unreadable')
        return pcm
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof ProgramFailed) throw renderFailed(id, text, 'crashed', error)
        throw error
      }
    },
    close: () => Promise.resolve(),
  }
}
