import { acknowledgementSchema } from '@nguon/contract/airings'
import { claimResponseSchema, type ClaimResponse } from '@nguon/contract/claims'
import { z } from 'zod'

const timeoutMilliseconds = 15_000
/** A line-up of 20,000 items stays below this; anything larger is not one. */
const largestDocument = 32_000_000

const postedSchema = z.object({ acknowledged: acknowledgementSchema.nullable() })

/** The server answered, but not with what was asked for. */
export class AnswerError extends Error {
  readonly status: number
  constructor(status: number, path: string) {
    super(`the server answered ${status} to ${path}`)
    this.status = status
  }
}

export type Document = { readonly text: string; readonly etag: string | null } | 'unchanged'

export interface ServerHttp {
  document(path: string, etag?: string | null): Promise<Document>
  post(message: unknown): Promise<z.output<typeof postedSchema>>
  /** The body from a byte on; the caller reads and cancels it. */
  media(sha256: string, fromByte: number, signal: AbortSignal): Promise<Response>
}

export async function claimDevice(
  server: string,
  request: { readonly code: string; readonly model: string; readonly firmware: string },
): Promise<ClaimResponse> {
  const response = await fetch(new URL('/api/devices/claim', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  })
  if (!response.ok) throw new AnswerError(response.status, '/api/devices/claim')
  return claimResponseSchema.parse(await response.json())
}

export function serverHttp(
  server: string,
  identity: { readonly deviceId: string; readonly secret: string },
): ServerHttp {
  const authorization = `Basic ${Buffer.from(`${identity.deviceId}:${identity.secret}`).toString('base64')}`

  async function request(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    init: Omit<RequestInit, 'headers'> = {},
  ): Promise<Response> {
    return fetch(new URL(path, server), {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...init,
      headers: { ...headers, authorization },
    })
  }

  async function document(path: string, etag: string | null = null): Promise<Document> {
    const response = await request(path, etag === null ? {} : { 'if-none-match': etag })
    if (response.status === 304) return 'unchanged'
    if (!response.ok) throw new AnswerError(response.status, path)
    if (Number(response.headers.get('content-length') ?? 0) > largestDocument) throw new AnswerError(413, path)
    return { text: await response.text(), etag: response.headers.get('etag') }
  }

  async function post(message: unknown): Promise<z.output<typeof postedSchema>> {
    const path = '/api/devices/messages'
    const headers = { 'content-type': 'application/json' }
    const response = await request(path, headers, { method: 'POST', body: JSON.stringify(message) })
    if (!response.ok) throw new AnswerError(response.status, path)
    return postedSchema.parse(await response.json())
  }

  return {
    document,
    post,
    media(sha256, fromByte, signal) {
      // A proxy that packs the body would count other bytes than the range does.
      const whole = { 'accept-encoding': 'identity' }
      return request(`/media/${sha256}`, fromByte > 0 ? { ...whole, range: `bytes=${fromByte}-` } : whole, { signal })
    },
  }
}
