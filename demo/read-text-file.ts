import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Told } from './tell.ts'

export interface BulletinFile {
  readonly title: string
  readonly body: string
}

/** A file that cannot become a bulletin, with the sentence for whoever gave it. */
export class TextFileFault extends Error {
  readonly told: Told

  constructor(told: Told) {
    super(told.vi)
    this.name = 'TextFileFault'
    this.told = told
  }
}

/** Longer is no bulletin: an hour of speech is about 45,000 characters. */
const longestCharacters = 100_000
const longestTitle = 300

/** The first line that is not empty is the title, the rest the body. */
export function readTextFile(name: string, from: string): BulletinFile {
  const path = resolve(from, name)
  const bytes = bytesOf(path, name)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new TextFileFault({
      vi: `Tệp ${name} không phải văn bản UTF-8. Hãy mở tệp và lưu lại với bảng mã UTF-8.`,
      en: `${name} is not UTF-8 text. Open it and save it again as UTF-8.`,
    })
  }
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0e-\x1f]/.test(text)) {
    throw new TextFileFault({
      vi: `Tệp ${name} là tệp nhị phân, không phải văn bản. Hãy đưa vào một tệp văn bản (.txt).`,
      en: `${name} is a binary file, not text. Give a text file (.txt).`,
    })
  }
  if (text.length > longestCharacters) {
    throw new TextFileFault({
      vi: `Tệp ${name} dài ${text.length.toLocaleString('vi')} ký tự; một bản tin dài nhất ${longestCharacters.toLocaleString('vi')} ký tự. Hãy rút gọn hoặc chia thành nhiều tin.`,
      en: `${name} has ${text.length.toLocaleString('en')} characters; a bulletin has ${longestCharacters.toLocaleString('en')} at most. Shorten it or make several bulletins.`,
    })
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const first = lines.findIndex(line => line.trim() !== '')
  if (first < 0) {
    throw new TextFileFault({
      vi: `Tệp ${name} trống. Hãy viết dòng đầu là tiêu đề, các dòng sau là nội dung.`,
      en: `${name} is empty. Write the title on the first line and the text below it.`,
    })
  }
  return titled(
    lines[first]?.trim() ?? '',
    lines
      .slice(first + 1)
      .join('\n')
      .trim(),
  )
}

/** A first line too long for a title is the beginning of the text. */
function titled(line: string, body: string): BulletinFile {
  if (line.length <= longestTitle) return { title: line, body }
  const cut = line.lastIndexOf(' ', 120)
  return { title: `${line.slice(0, cut > 0 ? cut : 120)}…`, body: `${line}\n${body}`.trim() }
}

function bytesOf(path: string, name: string): Buffer {
  try {
    if (statSync(path).size > longestCharacters * 8) {
      throw new TextFileFault({
        vi: `Tệp ${name} quá lớn để làm một bản tin. Hãy rút gọn hoặc chia thành nhiều tin.`,
        en: `${name} is too large for a bulletin. Shorten it or make several bulletins.`,
      })
    }
    return readFileSync(path)
  } catch (error) {
    if (error instanceof TextFileFault) throw error
    throw new TextFileFault({
      vi: `Không đọc được tệp ${name}. Hãy kiểm tra đường dẫn và quyền đọc tệp.`,
      en: `${name} cannot be read. Check the path and whether you may read it.`,
    })
  }
}
