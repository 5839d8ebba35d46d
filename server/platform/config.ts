import { resolve } from 'node:path'
import { z } from 'zod'
import { StartFault } from './start-fault.ts'
import { secretKeyOf } from './secret-key-of.ts'

const port = z.coerce.number().int().min(0).max(65_535)

/** Every setting of the server, as environment variables; `docs/operating/install.md` lists them. */
export const environment = z.object({
  NGUON_DATA: z.string().min(1).default('data').describe('folder for files, and for the embedded database'),
  NGUON_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL; without it the embedded database'),
  NGUON_SECRET_KEY_FILE: z
    .string()
    .optional()
    .describe('file with the key that seals the secrets in the database; needed with PostgreSQL'),
  NGUON_SECRET_KEY: z
    .string()
    .optional()
    .describe('that key itself instead of a file: at least 32 random bytes in base64 or hexadecimal'),
  NGUON_HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  NGUON_PORT: port.default(8080).describe('port of the pages and the interface; 0 takes a free one'),
  NGUON_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address people open, behind a proxy'),
  NGUON_TLS_CERTIFICATE: z.string().optional().describe('certificate file (PEM), watched and reloaded'),
  NGUON_TLS_KEY: z.string().optional().describe('key file (PEM)'),
  NGUON_MQTT_PORT: port.default(1883).describe('port of the embedded broker; 0 takes a free one'),
  NGUON_MQTT_URL: z
    .url({ protocol: /^(mqtts?|wss?)$/ })
    .optional()
    .describe('an outside broker instead of the embedded one'),
  NGUON_MQTT_DEVICES_URL: z
    .url({ protocol: /^(mqtts?|wss?)$/ })
    .optional()
    .describe('where devices find the outside broker; without it NGUON_MQTT_URL'),
  NGUON_MQTT_ACCOUNTS: z
    .string()
    .optional()
    .describe('folder of the accounts and rights of an outside Mosquitto, kept by the server'),
  NGUON_MQTT_RELOAD: z
    .string()
    .optional()
    .describe('program to run, with that folder, when it has changed; without it the folder is watched by another'),
  NGUON_MQTT_USERNAME: z.string().optional().describe('account of the server at the outside broker'),
  NGUON_MQTT_PASSWORD: z.string().optional().describe('password of that account'),
  NGUON_ZONE: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine(isZone, 'is no time zone of the IANA database')
    .describe('time zone of units that name none'),
  NGUON_MAP_TILES: z
    .string()
    .refine(isTileAddress, 'must be an http(s) address with {z}, {x} and {y} behind one named host')
    .optional()
    .describe(
      'map pictures under the loudspeakers, as https://host/{z}/{x}/{y}.png; without it no outside host is asked',
    ),
  NGUON_MAP_ATTRIBUTION: z.string().max(200).optional().describe('whose map pictures these are, shown on the map'),
  NGUON_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('level of the log: fatal, error, warn, info, debug, silent'),
  NGUON_METRICS_TOKEN: z
    .string()
    .min(24)
    .optional()
    .describe('bearer token for /metrics and the reasons of /readyz from another machine; at least 24 characters'),
  NGUON_SCANNER: z
    .string()
    .optional()
    .describe('virus scanner: a program that takes a file and ends with 0 or 1, as clamdscan'),
  NGUON_VOICE_ENGINE: z.string().optional().describe('id of the engine to prefer; without it the embedded voice'),
  NGUON_VOICE_MODEL: z.string().optional().describe('folder of a sherpa-onnx model'),
  NGUON_VOICE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address of an HTTP voice provider'),
  NGUON_VOICE_TOKEN: z.string().optional().describe('bearer token of that provider'),
  NGUON_VOICE_FORMAT: z.string().optional().describe('file that says how that provider wants to be asked'),
  NGUON_VOICE_IDLE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(300)
    .describe('seconds the process of a voice stays, with its 100 MB, when nobody writes or renders'),
})

export interface Config {
  readonly dataFolder: string
  readonly databaseUrl: string | null
  /** Null only for the embedded database, which keeps a key file of its own beside it. */
  readonly secretKey:
    | { readonly kind: 'value'; readonly key: Uint8Array }
    | { readonly kind: 'file'; readonly path: string }
    | null
  readonly host: string
  readonly port: number
  readonly baseUrl: string | null
  readonly tls: { readonly certificate: string; readonly key: string } | null
  readonly mqtt:
    | { readonly kind: 'embedded'; readonly port: number }
    | {
        readonly kind: 'outside'
        readonly url: string
        readonly devicesUrl: string
        readonly accounts: { readonly folder: string; readonly reload: string | null } | null
        readonly username: string | null
        readonly password: string | null
      }
  readonly zone: string
  /** Map pictures from a host this installation trusts, and whose they are. */
  readonly mapTiles: { readonly address: string; readonly attribution: string } | null
  readonly metricsToken: string | null
  readonly scanner: string | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  readonly voice: {
    readonly engine: string | null
    readonly modelFolder: string | null
    readonly url: string | null
    readonly token: string | null
    readonly formatFile: string | null
    readonly idleSeconds: number
  }
}

/** All that is wrong with the settings, one sentence each, with the name of the variable. */
export class ConfigFault extends StartFault {
  override readonly name = 'ConfigFault'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `Biến môi trường chưa dùng được. (The settings are not usable.)\n${problems.map(problem => `  ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** The host is fixed, so that the pages can name it as the only one they may ask. */
function isTileAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, origin } = new URL(address)
  const path = address.slice(origin.length)
  return (
    /^https?:$/.test(protocol) && /^[\w.:[\]-]+$/.test(host) && ['{z}', '{x}', '{y}'].every(part => path.includes(part))
  )
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function secretKeyProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { NGUON_SECRET_KEY: key, NGUON_SECRET_KEY_FILE: file } = given
  if (key && file) return ['NGUON_SECRET_KEY and NGUON_SECRET_KEY_FILE: give one of them']
  if (key && !secretKeyOf(key)) {
    return [
      'NGUON_SECRET_KEY: must be at least 32 random bytes in base64 or hexadecimal, as `openssl rand -base64 32` gives them',
    ]
  }
  if (given['NGUON_DATABASE_URL'] && !key && !file) {
    return [
      'NGUON_SECRET_KEY_FILE: with PostgreSQL the secrets are sealed with a key that is not in the database; make one with `(umask 077; openssl rand -base64 32 > nguon.key)` and give its path, or give the key in NGUON_SECRET_KEY',
    ]
  }
  return []
}

function secretKeyFrom(
  value: { NGUON_SECRET_KEY?: string | undefined; NGUON_SECRET_KEY_FILE?: string | undefined },
  folder: string,
): Config['secretKey'] {
  const { NGUON_SECRET_KEY: written, NGUON_SECRET_KEY_FILE: file } = value
  const key = written ? secretKeyOf(written) : null
  if (key) return { kind: 'value', key }
  return file ? { kind: 'file', path: resolve(folder, file) } : null
}

/** Settings that mean nothing, or not enough, without others. */
const neededWith: readonly (readonly [string, readonly string[]])[] = [
  ['NGUON_MQTT_USERNAME', ['NGUON_MQTT_URL']],
  ['NGUON_MQTT_PASSWORD', ['NGUON_MQTT_URL']],
  ['NGUON_MQTT_DEVICES_URL', ['NGUON_MQTT_URL']],
  ['NGUON_MQTT_ACCOUNTS', ['NGUON_MQTT_URL', 'NGUON_MQTT_USERNAME', 'NGUON_MQTT_PASSWORD']],
  ['NGUON_MQTT_RELOAD', ['NGUON_MQTT_ACCOUNTS']],
  ['NGUON_MAP_ATTRIBUTION', ['NGUON_MAP_TILES']],
]

/** Reads the settings. Throws a `ConfigFault` that names every wrong variable at once. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(given)
  const problems = result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  const known = new Set(Object.keys(environment.shape))
  for (const name of Object.keys(given)) {
    if (name.startsWith('NGUON_') && !known.has(name)) problems.push(`${name}: there is no such setting`)
  }
  if (Boolean(given['NGUON_TLS_CERTIFICATE']) !== Boolean(given['NGUON_TLS_KEY'])) {
    problems.push('NGUON_TLS_CERTIFICATE and NGUON_TLS_KEY: give both or neither')
  }
  problems.push(...secretKeyProblems(given))
  for (const [name, needed] of neededWith) {
    const missing = given[name] ? needed.filter(other => !given[other]) : []
    if (missing.length > 0) problems.push(`${name}: is of use only with ${missing.join(' and ')}`)
  }
  const proxied = given['NGUON_BASE_URL']?.startsWith('https:') ?? false
  if (!isLoopback(given['NGUON_HOST'] ?? '127.0.0.1') && !given['NGUON_TLS_CERTIFICATE'] && !proxied) {
    problems.push(
      'NGUON_HOST: others can reach this address, so give NGUON_TLS_CERTIFICATE and NGUON_TLS_KEY, or NGUON_BASE_URL with https when a proxy in front of the server speaks TLS',
    )
  }
  if (!result.success || problems.length > 0) throw new ConfigFault(problems)
  const value = result.data
  const base = variables['INIT_CWD'] ?? '.'
  return {
    dataFolder: resolve(base, value.NGUON_DATA),
    databaseUrl: value.NGUON_DATABASE_URL ?? null,
    secretKey: secretKeyFrom(value, base),
    host: value.NGUON_HOST,
    port: value.NGUON_PORT,
    baseUrl: value.NGUON_BASE_URL ?? null,
    tls:
      value.NGUON_TLS_CERTIFICATE && value.NGUON_TLS_KEY
        ? { certificate: value.NGUON_TLS_CERTIFICATE, key: value.NGUON_TLS_KEY }
        : null,
    mqtt: value.NGUON_MQTT_URL
      ? {
          kind: 'outside',
          url: value.NGUON_MQTT_URL,
          devicesUrl: value.NGUON_MQTT_DEVICES_URL ?? value.NGUON_MQTT_URL,
          accounts: value.NGUON_MQTT_ACCOUNTS
            ? { folder: resolve(base, value.NGUON_MQTT_ACCOUNTS), reload: value.NGUON_MQTT_RELOAD ?? null }
            : null,
          username: value.NGUON_MQTT_USERNAME ?? null,
          password: value.NGUON_MQTT_PASSWORD ?? null,
        }
      : { kind: 'embedded', port: value.NGUON_MQTT_PORT },
    zone: value.NGUON_ZONE,
    mapTiles: value.NGUON_MAP_TILES
      ? { address: value.NGUON_MAP_TILES, attribution: value.NGUON_MAP_ATTRIBUTION ?? '' }
      : null,
    metricsToken: value.NGUON_METRICS_TOKEN ?? null,
    scanner: value.NGUON_SCANNER ?? null,
    logLevel: value.NGUON_LOG_LEVEL,
    voice: {
      engine: value.NGUON_VOICE_ENGINE ?? null,
      modelFolder: value.NGUON_VOICE_MODEL ?? null,
      url: value.NGUON_VOICE_URL ?? null,
      token: value.NGUON_VOICE_TOKEN ?? null,
      formatFile: value.NGUON_VOICE_FORMAT ?? null,
      idleSeconds: value.NGUON_VOICE_IDLE_SECONDS,
    },
  }
}
