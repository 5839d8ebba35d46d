import { Refusal } from '@nguon/contract/platform'
import { speechRefusals } from '@nguon/contract/speech'
import type { UnitPath } from '@nguon/domain/platform'
import { readText } from '@nguon/domain/voice'
import type { Clock, Database } from '@nguon/server/platform'
import { type RenderedReading, renderReading, type Voices } from '@nguon/server/speech'
import { dictionaryOf } from './dictionary-of-path.ts'

export interface SpokenText {
  readonly sound: RenderedReading
  /** Word for word what is said. */
  readonly reading: string
  /** Words the reader does not know; they are spelled. */
  readonly unknownWords: readonly string[]
}

/** Speaks what is no bulletin: read with the dictionary of the unit, by the first voice that works. */
export interface Speaking {
  /** @throws what renderReading refuses */
  speak(wanted: { readonly unitPath: UnitPath; readonly text: string; readonly title: string }): Promise<SpokenText>
}

const mostUnknown = 50

export function openSpeaking({ db, clock, voices }: { db: Database; clock: Clock; voices: Voices }): Speaking {
  return {
    async speak({ unitPath, text, title }) {
      const dictionary = await dictionaryOf(db, unitPath)
      const {
        sentences,
        text: reading,
        undecided,
      } = readText(text, {
        dictionary,
        decisions: [],
        today: clock.today(),
        notice: false,
      })
      const engine = await voices.engine()
      const [voice] = await engine.voices()
      if (!voice) throw new Refusal(speechRefusals.VOICE_ENGINE_UNAVAILABLE, { engine: engine.id, detail: 'no voice' })
      const sound = await renderReading(sentences, { engine, voice: voice.id, title, longerPauses: true })
      const unknownWords = [...new Set(undecided.map(({ source }) => source))].slice(0, mostUnknown)
      return { sound, reading, unknownWords }
    },
  }
}
