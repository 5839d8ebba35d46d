/** Someone signed in, speaking to the server over HTTP as a browser would. */
export interface Visit {
  get<Body>(path: string): Promise<Body>
  send<Body>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<Body>
}

/** A refusal of the server, in its own words. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  readonly data: Readonly<Record<string, unknown>>

  constructor(problem: { title?: string; code?: string; status?: number; data?: Record<string, unknown> }) {
    super(problem.title ?? 'refused')
    this.name = 'Refused'
    this.code = problem.code ?? 'UNKNOWN'
    this.status = problem.status ?? 0
    this.data = problem.data ?? {}
  }
}

/** Opens the session of a one-time link. */
export async function visitBy(url: string, linkPath: string, language: 'vi' | 'en'): Promise<Visit> {
  const opened = await fetch(new URL(linkPath, url), { redirect: 'manual' })
  const cookie = opened.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  if (!cookie) throw new Error('the one-time link opened no session')
  async function call<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await fetch(new URL(`/api${path}`, url), {
      method,
      headers: {
        cookie,
        'accept-language': language,
        origin: url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const parsed: unknown = text ? JSON.parse(text) : null
    if (!answer.ok) throw new Refused(parsed as ConstructorParameters<typeof Refused>[0])
    return parsed as Body
  }
  return { get: path => call('GET', path), send: (method, path, body) => call(method, path, body) }
}
