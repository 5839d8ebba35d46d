import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RequestContext } from '@nguon/server/web'
import { addressHeader, type Auth } from './auth.ts'

/** What of a request signing in needs to know and to answer. */
export type Caller = Pick<RequestContext, 'address' | 'headers' | 'setCookie'>

type Headers_ = RequestContext['headers']

function rawCookie(headers: Headers_, name: string): string | null {
  const text = headers['cookie']
  const pairs = typeof text === 'string' ? text.split(';') : []
  const pair = pairs.map(pair => pair.trim()).find(pair => pair.startsWith(`${name}=`))
  return pair === undefined ? null : pair.slice(name.length + 1)
}

/** The value of a signed cookie; null when it is missing or was not signed by us. */
export function signedCookie(headers: Headers_, name: string, secret: string): string | null {
  const raw = rawCookie(headers, name)
  if (raw === null || raw.length > 1000) return null
  let text: string
  try {
    text = decodeURIComponent(raw)
  } catch {
    return null
  }
  const dot = text.lastIndexOf('.')
  const value = text.slice(0, dot)
  const given = Buffer.from(text.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'))
  return dot > 0 && given.length === expected.length && timingSafeEqual(given, expected) ? value : null
}

export function sessionToken(headers: Headers_, auth: Auth): string | null {
  return signedCookie(headers, auth.cookieName, auth.secret)
}

/** The cookie that stands for a password that was right, until the code is given. */
export function challengeCookieName(auth: Auth): string {
  return auth.cookieName.replace('session_token', 'two_factor')
}

/** The headers the account library gets to see: one cookie, the browser's name and the address as we know it. */
export function authHeaders(caller: Caller, cookieName?: string): Headers {
  const headers = new Headers({ [addressHeader]: caller.address })
  const userAgent = caller.headers['user-agent']
  if (typeof userAgent === 'string') headers.set('user-agent', userAgent.slice(0, 300))
  const raw = cookieName === undefined ? null : rawCookie(caller.headers, cookieName)
  if (cookieName !== undefined && raw !== null) headers.set('cookie', `${cookieName}=${raw}`)
  return headers
}

/** Hands the library's cookies on to the browser. */
export function passCookies(from: Headers, caller: Caller): void {
  for (const cookie of from.getSetCookie()) caller.setCookie(cookie)
}

/** The token of the session the library has just opened, from the cookie it sets. */
export function openedToken(from: Headers, auth: Auth): string | null {
  const pair = from
    .getSetCookie()
    .find(cookie => cookie.startsWith(`${auth.cookieName}=`))
    ?.split(';')[0]
  return pair === undefined ? null : signedCookie({ cookie: pair }, auth.cookieName, auth.secret)
}
