import { libraryRefusals } from '@nguon/contract/media'
import { soundRefusals } from '@nguon/contract/sound'
import { type RefusalData, type RefusalTable, wordRefusal } from '@nguon/contract/platform'
import { readingRefusals } from '@nguon/contract/voice'
import { speechRefusals } from '@nguon/contract/speech'
import type { Language } from './language.ts'

const refusals: RefusalTable = { ...soundRefusals, ...libraryRefusals, ...readingRefusals, ...speechRefusals }

/** A refusal that is stored with a file or a sound, as the sentence the server would have answered with. */
export function refusalSentence(
  { code, data }: { readonly code: string; readonly data: Readonly<Record<string, unknown>> },
  language: Language,
): string {
  const kind = refusals[code]
  return kind ? wordRefusal(kind, data as RefusalData, language) : code
}
