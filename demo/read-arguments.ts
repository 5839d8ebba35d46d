import { parseArgs } from 'node:util'

export interface DemoArguments {
  /** Carry one bulletin through the journey, without screens, and end. */
  readonly once: boolean
  readonly json: boolean
  /** The text of the bulletin: a file, its first line the title. Null: the sample text. */
  readonly text: string | null
  /** Tokens the reader does not know are spelled instead of ending the journey. */
  readonly acceptUnknown: boolean
  /** The loudspeakers take their sound as time passes. */
  readonly paced: boolean
  readonly dataFolder: string | null
  readonly port: number
}

export const usage = `npm start                                     the sample province, until Ctrl-C
npm start -- --once --json --text FILE        one bulletin's journey; one JSON object as the last line
  --accept-unknown     spell out what the reader does not know
  --paced              loudspeakers play in real time
  --data DIR           keep the data of the sample province there (default: data; with --once: a folder that is
                       removed at the end)
  --port N             port of the pages (default: 8080; 0 takes a free one)`

/** Throws one sentence about what is wrong. */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      text: { type: 'string' },
      'accept-unknown': { type: 'boolean', default: false },
      paced: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string', default: '8080' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port: a number from 0 to 65535')
  return {
    once: values.once,
    json: values.json,
    text: values.text ?? null,
    acceptUnknown: values['accept-unknown'],
    paced: values.paced,
    dataFolder: values.data ?? null,
    port: values.once ? 0 : port,
  }
}
