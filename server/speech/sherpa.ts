import { ModelFault, readSherpaModel, type SherpaModel } from './sherpa-model.ts'
import { SpeechPool } from './speech-pool.ts'
import { engineUnavailable, requireVoice, usualIdleMs, type Voice, type VoiceEngine } from './voice-engine.ts'

const id = 'sherpa-onnx'

/**
 * A neural voice of the customer's own (Piper, VITS), from a folder, by sherpa-onnx. One process that uses all cores:
 * each holds the whole model, and a damaged model aborts it, which is why it is not ours.
 */
export function sherpa(modelFolder: string, { timeLimitMs = 120_000, idleMs = usualIdleMs } = {}): VoiceEngine {
  let opened: { model: SherpaModel; pool: SpeechPool } | undefined
  const open = () => {
    try {
      const model = readSherpaModel(modelFolder)
      const module = new URL('./sherpa.child.ts', import.meta.url)
      const parameters = [JSON.stringify(model)]
      const pool = () => new SpeechPool(1, { engine: id, module, arguments: parameters, timeLimitMs, idleMs })
      return (opened ??= { model, pool: pool() })
    } catch (error) {
      if (error instanceof ModelFault) throw engineUnavailable(id, error.message)
      throw error
    }
  }
  const voicesOf = ({ speakers }: SherpaModel): Voice[] =>
    speakers.map((name, number) => ({ id: String(number), name: `Giọng ${name}`, region: null }))
  return {
    id,
    name: 'Giọng nơ-ron trên máy chủ (sherpa-onnx)',
    concurrency: 1,
    keepAwake: () => opened?.pool.keepAwake() ?? false,
    voices: async () => voicesOf(open().model),
    async synthesise(text, { voice, speed, signal }) {
      const { model, pool } = open()
      requireVoice(id, voicesOf(model), voice)
      return pool.speak({ text, voice, speed }, signal)
    },
    close: async () => opened?.pool.close(),
  }
}
