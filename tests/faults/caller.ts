import { instant, type UnitId } from '@nguon/domain/platform'
import { openHours, type Ruler } from '../../demo/open-hours.ts'

/** Someone with a session of their own that outlives the server. */
export interface Caller {
  /** Throws with what the server said when it refuses. */
  call<Body>(method: string, path: string, body?: unknown): Promise<Body>
  /** Quiet hours are moved away from the instant, when they hold then. */
  openHours(unitId: string, at: number): Promise<void>
}

export function callerAt(url: string): Caller {
  const cookies = new Map<string, string>()
  async function call<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await fetch(new URL(`/api${path}`, url), {
      method,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Body
  }
  return {
    call,
    openHours: async (unitId, at) => {
      const visit = { get: (path: string) => call('GET', path), send: call } as Ruler['visit']
      const span = { startsAt: instant(at), endsAt: instant(at + 120_000) }
      await openHours([{ visit, unitId: unitId as UnitId }], span, 'Asia/Ho_Chi_Minh')
    },
  }
}
