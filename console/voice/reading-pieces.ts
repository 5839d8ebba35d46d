import type { Reading, ReadingToken } from '@nguon/domain/voice'

/** One stretch of what is spoken. `gap`: a space stands before it. */
export interface ReadingPiece {
  readonly token: ReadingToken
  readonly text: string
  readonly gap: boolean
}

const mark = /^[,;:.!?]+$/

/** The spoken text in the pieces it came from, paragraph by paragraph, so that a screen can point back at what was written. */
export function readingPieces({ tokens, sentences }: Pick<Reading, 'tokens' | 'sentences'>): ReadingPiece[][] {
  const paragraphs: ReadingPiece[][] = []
  let paragraph: ReadingPiece[] = []
  for (const sentence of sentences) {
    const spoken = tokens.filter(
      token => token.start >= sentence.start && token.end <= sentence.end && token.spoken !== '',
    )
    let starts = true
    for (const token of spoken) {
      const isMark = mark.test(token.spoken)
      const last = paragraph.at(-1)
      if (isMark && (starts || !last || mark.test(last.text))) continue
      const text = starts ? token.spoken.charAt(0).toUpperCase() + token.spoken.slice(1) : token.spoken
      paragraph.push({ token, text, gap: !isMark && last !== undefined })
      starts = false
    }
    if (sentence.endsParagraph && paragraph.length > 0) {
      paragraphs.push(paragraph)
      paragraph = []
    }
  }
  return paragraph.length > 0 ? [...paragraphs, paragraph] : paragraphs
}
