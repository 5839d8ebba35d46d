import { currentLanguage } from '../words/language.ts'
import { Problem, problemIn, unreachable } from './problem.ts'

/** `fetch` that asks in the person's language and throws a `Problem` for whatever is no success. */
export async function fetchFromServer(request: Request | string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(request instanceof Request ? request.headers : init.headers)
  headers.set('accept-language', currentLanguage())
  let response: Response
  try {
    response = await fetch(request, { ...init, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, unreachable, '')
  }
  if (!response.ok) throw await problemIn(response)
  return response
}
