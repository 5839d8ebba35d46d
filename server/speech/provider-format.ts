import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const voiceList = z
  .array(
    z.object({
      id: z.string().min(1).max(200),
      name: z.string().min(1).max(200),
      region: z.enum(['north', 'central', 'south']).nullable().default(null),
    }),
  )
  .min(1)
  .max(500)

const template = z.string().max(2000)

/**
 * How a provider wants to be asked and what it answers. `{text}`, `{voice}`, `{speed}` and `{token}` in headers and
 * body are filled in. It describes what a customer finds in the provider's documents; we claim conformance with none.
 */
const providerFormat = z.strictObject({
  /** Left out: `GET` of the address answers them. */
  voices: voiceList.optional(),
  request: z.strictObject({
    headers: z.record(z.string(), template).default({}),
    /** A text is sent as it is, fields as JSON. */
    body: z.union([template, z.record(z.string(), z.union([template, z.number(), z.boolean()]))]),
  }),
  /** What the provider calls our speeds, such as `{"0.85": "-1", "1": "0"}`; the nearest is taken. Left out: the number. */
  speeds: z.record(z.string().regex(/^\d(?:\.\d+)?$/), template).optional(),
  /** The sound itself, or JSON with the address, in `field`, where it soon lies. */
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sound') }),
      z.strictObject({ kind: z.literal('address'), field: z.string().min(1).max(100) }),
    ])
    .default({ kind: 'sound' }),
})

export type ProviderFormat = z.output<typeof providerFormat>

/** What a small adapter of the customer's own answers to. */
export const houseFormat: ProviderFormat = {
  request: {
    headers: { authorization: 'Bearer {token}' },
    body: { text: '{text}', voice: '{voice}', speed: '{speed}' },
  },
  answer: { kind: 'sound' },
}

/** @throws Error that says what is wrong with the file */
export function readProviderFormat(path: string): ProviderFormat {
  const read = providerFormat.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  return read.data
}

export interface SpeechWish {
  readonly text: string
  readonly voice: string
  readonly speed: number
  readonly token: string | null
}

/** Headers and body of one request. A header with a token is left out where there is none. */
export function fillRequest({ request, speeds }: ProviderFormat, wish: SpeechWish) {
  const speed = nearestSpeed(speeds, wish.speed)
  const values: Readonly<Record<string, string>> = { ...wish, speed, token: wish.token ?? '' }
  const fill = (pattern: string) =>
    pattern.replace(/\{(text|voice|speed|token)\}/g, (_, name: string) => values[name] ?? '')
  const headers = Object.entries(request.headers)
    .filter(([, pattern]) => wish.token !== null || !pattern.includes('{token}'))
    .map(([name, pattern]): [string, string] => [name, fill(pattern)])
  if (typeof request.body === 'string') return { headers: new Headers(headers), body: fill(request.body) }
  const fields = Object.entries(request.body).map(([name, value]) => {
    // A speed that is a number stays one.
    if (value === '{speed}' && /^-?\d+(?:\.\d+)?$/.test(speed)) return [name, Number(speed)]
    return [name, typeof value === 'string' ? fill(value) : value]
  })
  const json: [string, string] = ['content-type', 'application/json']
  return { headers: new Headers([json, ...headers]), body: JSON.stringify(Object.fromEntries(fields)) }
}

function nearestSpeed(speeds: ProviderFormat['speeds'], wanted: number): string {
  const away = (speed: string) => Math.abs(Number(speed) - wanted)
  const [nearest] = Object.entries(speeds ?? {}).toSorted(([a], [b]) => away(a) - away(b))
  return nearest?.[1] ?? String(wanted)
}

/** Where the sound lies, by what the provider answered. @throws Error */
export function addressIn(bytes: Uint8Array, field: string): string {
  const answer = z.record(z.string(), z.unknown()).parse(JSON.parse(new TextDecoder().decode(bytes)))
  return z.url({ protocol: /^https?$/ }).parse(answer[field])
}
