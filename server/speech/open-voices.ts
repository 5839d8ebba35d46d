import { Refusal } from '@nguon/contract/platform'
import { findProgram } from '@nguon/server/sound'
import { espeakProgram } from './espeak-program.ts'
import { espeakWasm } from './espeak-wasm.ts'
import { httpProvider } from './http-provider.ts'
import { sherpa } from './sherpa.ts'
import { engineUnavailable, type Voice, type VoiceEngine } from './voice-engine.ts'

/** The settings of the server about voices. */
export interface VoiceSettings {
  /** Id of the engine to prefer. */
  readonly engine: string | null
  readonly modelFolder: string | null
  readonly url: string | null
  readonly token: string | null
  readonly formatFile: string | null
  /** How long a process of an engine stays after its last sentence. */
  readonly idleSeconds: number
}

export interface OfferedEngine {
  readonly id: string
  readonly name: string
  /** Empty when it cannot be used just now. */
  readonly voices: readonly Voice[]
}

/** The engines of this server. */
export interface Voices {
  /** Every engine there is, the preferred one first, with what it can speak. */
  offered(): Promise<readonly OfferedEngine[]>
  /** An engine by its id; the preferred one that works when none is named. @throws VOICE_ENGINE_UNAVAILABLE */
  engine(id?: string): Promise<VoiceEngine>
  close(): Promise<void>
}

/**
 * Opens what is configured and what is there: the embedded voice, Debian's program, the customer's model, a provider.
 * Nothing runs before it is asked to speak.
 */
export function openVoices(settings: VoiceSettings, { fetch }: { fetch: typeof globalThis.fetch }): Voices {
  const { url, token, modelFolder, formatFile } = settings
  const stay = { idleMs: settings.idleSeconds * 1000 }
  const engines = [
    espeakWasm(stay),
    ...(findProgram('espeak-ng') ? [espeakProgram()] : []),
    ...(modelFolder === null ? [] : [sherpa(modelFolder, stay)]),
    ...(url === null ? [] : [httpProvider({ url, token, fetch, formatFile })]),
  ].sort((a, b) => Number(b.id === settings.engine) - Number(a.id === settings.engine))

  const voicesOf = async (engine: VoiceEngine): Promise<readonly Voice[]> => {
    try {
      return await engine.voices()
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  }
  const firstThatWorks = async (): Promise<VoiceEngine> => {
    for (const engine of engines) if ((await voicesOf(engine)).length > 0) return engine
    throw engineUnavailable(engines.map(engine => engine.id).join(', '), 'none of them works')
  }

  return {
    offered: () =>
      Promise.all(engines.map(async engine => ({ id: engine.id, name: engine.name, voices: await voicesOf(engine) }))),
    async engine(id) {
      if (id === undefined) return firstThatWorks()
      const found = engines.find(engine => engine.id === id)
      if (!found) throw engineUnavailable(id, 'there is no such engine')
      return found
    },
    close: async () => {
      await Promise.all(engines.map(engine => engine.close()))
    },
  }
}
