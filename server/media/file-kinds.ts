import { libraryRefusals } from '@nguon/contract/media'
import { Refusal } from '@nguon/contract/platform'
import type { MediaKind } from '@nguon/domain/media'
import { fileTypeFromFile } from 'file-type'
import { largestSoundBytes } from '@nguon/server/sound'

interface KindRule {
  readonly largestBytes: number
  /** MIME types by what the bytes say; empty: judged by the decoder. */
  readonly mimeTypes: readonly string[]
  /** As named to people. */
  readonly names: string
}

const megabyte = 2 ** 20
const office = 'application/vnd.openxmlformats-officedocument'

/** What the library takes. Nothing that runs: no page, no SVG, no program, no macro format. */
const rules: Readonly<Record<MediaKind, KindRule>> = {
  sound: { largestBytes: largestSoundBytes, mimeTypes: [], names: 'MP3, WAV, M4A, OGG, FLAC, WebM' },
  image: {
    largestBytes: 25 * megabyte,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    names: 'JPEG, PNG, WebP, GIF',
  },
  video: {
    largestBytes: 512 * megabyte,
    mimeTypes: ['video/mp4', 'video/webm', 'video/quicktime'],
    names: 'MP4, WebM, MOV',
  },
  document: {
    largestBytes: 50 * megabyte,
    mimeTypes: [
      'application/pdf',
      `${office}.wordprocessingml.document`,
      `${office}.spreadsheetml.sheet`,
      `${office}.presentationml.presentation`,
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    names: 'PDF, DOCX, XLSX, PPTX, ODT, ODS',
  },
}

export const largestUploadBytes = Math.max(...Object.values(rules).map(rule => rule.largestBytes))

/** @throws UPLOAD_TOO_LARGE */
export function requireSize(kind: MediaKind, bytes: number): void {
  const { largestBytes } = rules[kind]
  if (bytes > largestBytes) throw new Refusal(libraryRefusals.UPLOAD_TOO_LARGE, { limit: largestBytes / megabyte })
}

/** The MIME type of a file by its bytes, whatever it is called. @throws FILE_TYPE_REFUSED */
export async function requireType(kind: MediaKind, path: string): Promise<string> {
  const { mimeTypes, names } = rules[kind]
  const found = (await fileTypeFromFile(path))?.mime ?? 'text/plain'
  if (!mimeTypes.includes(found)) throw new Refusal(libraryRefusals.FILE_TYPE_REFUSED, { found, accepted: names })
  return found
}
