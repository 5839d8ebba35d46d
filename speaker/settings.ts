import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type SinkChoice = { readonly kind: 'file'; readonly folder: string } | { readonly kind: 'mpv' | 'alsa' }

export interface Settings {
  readonly folder: string
  readonly server: string
  readonly claim: string | null
  /** Instead of the address the server gave at the claim. */
  readonly mqtt: string | null
  readonly sink: SinkChoice
  /** A file sink takes its sound as time passes, like a loudspeaker. */
  readonly paced: boolean
  readonly mediaBudgetBytes: number
  readonly model: string
  readonly simulated: { readonly monotonic: number; readonly bootId: string } | null
}

export const usage = `node speaker/main.ts --folder DIR --server URL [--claim CODE]
  --folder DIR           everything the device keeps                       NGUON_SPEAKER_FOLDER
  --server URL           the server, http or https                         NGUON_SPEAKER_SERVER
  --claim CODE           once: the code the technician was given           NGUON_SPEAKER_CLAIM
  --mqtt URL             broker, if not the one named at the claim         NGUON_SPEAKER_MQTT
  --sink SINK            alsa (default), mpv, or file:DIR                  NGUON_SPEAKER_SINK
  --paced                a file sink takes real time
  --media-budget MB      room for audio, default 4096                      NGUON_SPEAKER_MEDIA_BUDGET
  --model NAME           what this box is                                  NGUON_SPEAKER_MODEL
  --simulate-clock JSON  {"monotonic":ms,"bootId":text}: time moves only by lines on standard input,
                         {"advance":ms} or {"set":instant}`

const options = {
  folder: { type: 'string' },
  server: { type: 'string' },
  claim: { type: 'string' },
  mqtt: { type: 'string' },
  sink: { type: 'string' },
  paced: { type: 'boolean' },
  'media-budget': { type: 'string' },
  model: { type: 'string' },
  'simulate-clock': { type: 'string' },
} as const

/** Options win over the environment. Throws one sentence that names what is wrong. */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({ args: [...args], options })
  const get = (name: Exclude<keyof typeof options, 'paced'>) =>
    values[name] ?? environment[`NGUON_SPEAKER_${name.replaceAll('-', '_').toUpperCase()}`] ?? null
  const folder = get('folder')
  const server = get('server')
  if (!folder) throw new Error('--folder is missing: where does this device keep its line-up?')
  if (!server || !/^https?:\/\//.test(server) || !URL.canParse(server))
    throw new Error('--server must be the http or https address of the server')
  const budget = Number(get('media-budget') ?? 4096)
  if (!(budget > 0)) throw new Error('--media-budget must be a number of megabytes')
  return {
    folder: resolve(folder),
    server,
    claim: get('claim'),
    mqtt: get('mqtt'),
    sink: readSink(get('sink') ?? 'alsa'),
    paced: values.paced ?? false,
    mediaBudgetBytes: budget * 1_000_000,
    model: get('model') ?? 'linux',
    simulated: readSimulated(get('simulate-clock')),
  }
}

function readSink(text: string): SinkChoice {
  if (text === 'alsa' || text === 'mpv') return { kind: text }
  if (text.startsWith('file:') && text.length > 5) return { kind: 'file', folder: resolve(text.slice(5)) }
  throw new Error('--sink must be alsa, mpv or file:DIR')
}

function readSimulated(text: string | null): Settings['simulated'] {
  if (text === null) return null
  try {
    const { monotonic, bootId } = JSON.parse(text) as { monotonic?: unknown; bootId?: unknown }
    if (typeof monotonic === 'number' && typeof bootId === 'string') return { monotonic, bootId }
  } catch {
    // Said below.
  }
  throw new Error('--simulate-clock must be JSON such as {"monotonic":0,"bootId":"a"}')
}
