import { Problem, unreachable } from '../api/problem.ts'
import { wordsIn } from './define-words.ts'
import type { Language } from './language.ts'
import { shellWords } from './shell-words.ts'

/** What went wrong and what to do, as one or two sentences. The server words its refusals itself. */
export function problemSentence(error: unknown, language: Language): string {
  const words = wordsIn(shellWords, language)
  if (!(error instanceof Problem)) return words.serverFault
  if (error.code === unreachable) return words.unreachable
  return error.status >= 500 && error.status !== 503 ? words.serverFault : error.message || words.serverFault
}
