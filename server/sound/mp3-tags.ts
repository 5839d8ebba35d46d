import { ID3Writer } from 'browser-id3-writer'
import { parseBuffer } from 'music-metadata'

/**
 * Says in the file itself that a machine made the sound, and which (Luật Trí tuệ nhân tạo số 134/2025/QH15, Điều 11:
 * generated audio carries a mark that machines can read).
 */
export interface AiMark {
  readonly engine: string
  readonly voice: string
}

export interface Mp3Tags {
  readonly title?: string | undefined
  readonly aiMark?: AiMark | undefined
}

const names = { generated: 'AIGenerated', engine: 'AIEngine', voice: 'AIVoice', notice: 'AINotice' }
const notice = 'Giọng đọc do máy tạo ra (Luật Trí tuệ nhân tạo số 134/2025/QH15, Điều 11)'

/** The MP3 with an ID3v2.3 tag in front; the same bytes and tags always give the same file. */
export function tagMp3(mp3: Uint8Array, { title, aiMark }: Mp3Tags): Uint8Array {
  if (title === undefined && !aiMark) return mp3
  const writer = new ID3Writer(new Uint8Array(mp3).buffer)
  const set = (description: string, value: string) => writer.setFrame('TXXX', { description, value })
  Object.assign(writer, { padding: 0 })
  writer.setFrame('TLAN', 'vie')
  if (title !== undefined) writer.setFrame('TIT2', title)
  if (aiMark) {
    set(names.generated, 'true')
    set(names.engine, aiMark.engine)
    set(names.voice, aiMark.voice)
    set(names.notice, notice)
  }
  return new Uint8Array(writer.addTag())
}

/** The AI mark of an MP3 or another file with ID3v2 tags; `undefined` when it carries none. */
export async function readAiMark(bytes: Uint8Array): Promise<AiMark | undefined> {
  try {
    const { native } = await parseBuffer(bytes, undefined, { skipCovers: true })
    const tags = Object.entries(native)
      .filter(([kind]) => kind.startsWith('ID3v2'))
      .flatMap(([, tags]) => tags)
    const value = (name: string) => {
      const found = tags.find(tag => tag.id === `TXXX:${name}`)?.value
      return typeof found === 'string' ? found : ''
    }
    if (value(names.generated) !== 'true') return undefined
    return { engine: value(names.engine), voice: value(names.voice) }
  } catch {
    return undefined
  }
}
