import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Told } from './tell.ts'

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

export const usage = {
  vi: `npm start                                     tỉnh mẫu, chạy đến khi bấm Ctrl-C
npm start -- --once --json --text TỆP         một bản tin đi hết hành trình; dòng cuối là một đối tượng JSON
  --accept-unknown     đánh vần những từ chưa biết đọc
  --paced              cụm loa phát đúng tốc độ thật
  --data THƯ-MỤC       giữ dữ liệu của tỉnh mẫu ở đó (mặc định: data; với --once: thư mục tạm, xong thì xóa)
  --port N             cổng của các trang (mặc định: 8080; 0: cổng trống bất kỳ)`,
  en: `npm start                                     the sample province, until Ctrl-C
npm start -- --once --json --text FILE        one bulletin's journey; one JSON object as the last line
  --accept-unknown     spell out what the reader does not know
  --paced              loudspeakers play in real time
  --data DIR           keep the data of the sample province there (default: data; with --once: a folder that is
                       removed at the end)
  --port N             port of the pages (default: 8080; 0 takes a free one)`,
} as const

/** The call holds something that is no option, or an option without its value. */
export class ArgumentFault extends Error {
  readonly told: Told

  constructor(told: Told) {
    super(told.en)
    this.name = 'ArgumentFault'
    this.told = told
  }
}

/** @throws ArgumentFault */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values } = parsed({
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
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ArgumentFault({
      vi: '--port phải là một số từ 0 đến 65535.',
      en: '--port must be a number from 0 to 65535.',
    })
  }
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

/** The words of `parseArgs` in both languages; it names what is wrong in quotation marks. */
function parsed<const Wanted extends ParseArgsConfig>(wanted: Wanted): ReturnType<typeof parseArgs<Wanted>> {
  try {
    return parseArgs(wanted)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const [, name = ''] = /'([^']+)'/.exec(message) ?? []
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw new ArgumentFault({ vi: `Không có tùy chọn ${name}.`, en: `There is no option ${name}.` })
    }
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      throw new ArgumentFault({
        vi: `Tùy chọn ${name} thiếu giá trị, hoặc có giá trị mà không cần.`,
        en: `The option ${name} lacks its value, or has one it does not take.`,
      })
    }
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
      throw new ArgumentFault({ vi: `Không hiểu “${name}”.`, en: `“${name}” is not understood.` })
    }
    throw error
  }
}
