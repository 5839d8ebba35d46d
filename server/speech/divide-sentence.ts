/** What an engine reads in one go; longer sentences sound rushed at their end and cost one process too much time. */
const longestBreath = 400

/** One go of the engine and the pause after it. */
export interface Breath {
  readonly text: string
  readonly pauseSeconds: number
}

/** A sentence of a reading; `ReadingSentence` of the reader is one. */
export interface SpokenSentence {
  readonly spoken: string
  readonly endsParagraph: boolean
}

const pauses = { clause: 0.2, sentence: 0.45, paragraph: 0.9 }
/** Under a horn each pause must outlast the echo of the next pole (I21). */
const longerPauseFactor = 1.8

/**
 * The sentences as the engine gets them. With longer pauses a sentence is also divided at its commas and colons,
 * otherwise only where it is too long for one breath.
 */
export function divideSentences(sentences: readonly SpokenSentence[], longerPauses: boolean): Breath[] {
  const factor = longerPauses ? longerPauseFactor : 1
  return sentences.flatMap(({ spoken, endsParagraph }) => {
    const whole = spoken.trim()
    const clauses = longerPauses ? whole.split(/(?<=[,;:])\s+/u) : [whole]
    const parts = clauses.flatMap(divideLong).filter(part => /[\p{L}\p{N}]/u.test(part))
    return parts.map((text, at) => ({
      text,
      pauseSeconds:
        factor * (at < parts.length - 1 ? pauses.clause : endsParagraph ? pauses.paragraph : pauses.sentence),
    }))
  })
}

/** At the last comma that fits, else at the last space, else in the middle of a word. */
function divideLong(text: string): string[] {
  if (text.length <= longestBreath) return [text]
  const head = text.slice(0, longestBreath)
  const comma = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': '))
  const at = comma > longestBreath / 4 ? comma + 1 : head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : longestBreath
  return [text.slice(0, at).trim(), ...divideLong(text.slice(at).trim())]
}
