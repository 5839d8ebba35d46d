import type { ReadingSentence, ReadingToken } from './reading.ts'

/** A token and the break that follows it in the written text. */
export interface PlacedToken {
  readonly token: ReadingToken
  readonly endsParagraph: boolean
}

const strength = ',;:.!?'

/** Two marks that meet become the stronger one; a mark that opens a sentence is dropped. */
function join(spoken: readonly string[]): string {
  const parts: string[] = []
  for (const piece of spoken) {
    if (piece === '') continue
    if (!/^[,;:.!?]+$/.test(piece)) {
      parts.push(parts.length === 0 ? piece : ` ${piece}`)
      continue
    }
    const last = parts.at(-1)
    if (last === undefined) continue
    if (!strength.includes(last.at(-1) ?? '')) parts.push(piece)
    else if (strength.indexOf(piece) > strength.indexOf(last.at(-1) ?? ''))
      parts.push(`${parts.pop()?.slice(0, -1)}${piece}`)
  }
  return parts.join('')
}

function capitalised(sentence: string): string {
  return sentence.replace(/(?:^|[.!?] )\p{Ll}(?=\p{L})/gu, opening => opening.toUpperCase())
}

function closed(sentence: string): string {
  const body = sentence.replace(/,+$/, '')
  return /[.!?:;]$/.test(body) ? body : `${body}.`
}

/** Cuts the tokens into sentences: at full stops, and wherever a paragraph ends without one. */
export function assembleSentences(placed: readonly PlacedToken[]): readonly ReadingSentence[] {
  const sentences: ReadingSentence[] = []
  let current: ReadingToken[] = []
  const close = (endsParagraph: boolean) => {
    const spoken = join(current.map(token => token.spoken))
    const first = current[0]
    const last = current.at(-1)
    if (first && last && /[\p{L}\p{N}]/u.test(spoken))
      sentences.push({ start: first.start, end: last.end, spoken: capitalised(closed(spoken)), endsParagraph })
    else if (endsParagraph && sentences.length > 0) {
      const previous = sentences.pop()
      if (previous) sentences.push({ ...previous, endsParagraph: true })
    }
    current = []
  }
  for (const { token, endsParagraph } of placed) {
    current.push(token)
    if (endsParagraph || (/[.!?]$/.test(token.spoken) && token.kind !== 'heading')) close(endsParagraph)
  }
  close(true)
  return sentences
}
