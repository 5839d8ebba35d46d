/** An answer of the server that is no result (RFC 9457). `message` is the sentence for the person, in their language. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.data = data
  }
}

/** The server could not be reached at all. */
export const unreachable = 'UNREACHABLE'

export function isProblem(error: unknown, code: string): error is Problem {
  return error instanceof Problem && error.code === code
}

export async function problemIn(response: Response): Promise<Problem> {
  const { status } = response
  try {
    const body = (await response.json()) as Partial<Record<'code' | 'title' | 'data', unknown>>
    const code = typeof body.code === 'string' ? body.code : String(status)
    const title = typeof body.title === 'string' ? body.title : ''
    const data = typeof body.data === 'object' && body.data !== null ? (body.data as Record<string, unknown>) : {}
    return new Problem(status, code, title, data)
  } catch {
    return new Problem(status, String(status), '')
  }
}
