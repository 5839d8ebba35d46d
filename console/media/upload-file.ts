import { fetchFromServer } from '../api/fetch-from-server.ts'
import { Problem, unreachable } from '../api/problem.ts'
import { keep, readKept } from '../kept.ts'

/** On a slow line a piece takes a few seconds: often enough to see it move, seldom enough not to slow it down. */
const pieceBytes = 256 * 1024
const mostFailures = 4
const tus = { 'tus-resumable': '1.0.0' }

/** The same file of the same person goes on where it stopped, also after the page was closed. */
function keptName(file: File): string {
  return `nguon.upload.${file.name}.${file.size}.${file.lastModified}`
}

/**
 * Sends a file by the tus 1.0 protocol, piece by piece, and goes on where the line broke. Gives the id of the upload for
 * `media.register`. `onProgress` gets 0 to 1. Throws a `Problem`; calling it again goes on.
 */
export async function uploadFile(
  file: File,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<string> {
  const known = readKept(keptName(file))
  let offset = known === null ? null : await arrived(known, signal)
  const place = known !== null && offset !== null ? known : await begin(file, signal)
  offset ??= 0
  let failures = 0
  while (offset < file.size) {
    try {
      offset = await sendPiece(place, file.slice(offset, offset + pieceBytes), offset, signal)
      failures = 0
      onProgress(offset / file.size)
    } catch (error) {
      failures += 1
      if (!isBrokenLine(error) || failures > mostFailures) throw error
      await pause(500 * 2 ** failures, signal)
      offset = (await arrived(place, signal)) ?? 0
    }
  }
  keep(keptName(file), null)
  return place.split('/').at(-1) ?? ''
}

async function begin(file: File, signal: AbortSignal): Promise<string> {
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)))
  const headers = { ...tus, 'upload-length': String(file.size), 'upload-metadata': `filename ${name}` }
  const answer = await fetchFromServer('/media/uploads', { method: 'POST', headers, signal })
  const place = new URL(answer.headers.get('location') ?? '', `${location.origin}/media/uploads`).pathname
  keep(keptName(file), place)
  return place
}

async function sendPiece(place: string, piece: Blob, offset: number, signal: AbortSignal): Promise<number> {
  const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
  const answer = await fetchFromServer(place, { method: 'PATCH', headers, body: piece, signal })
  return Number(answer.headers.get('upload-offset'))
}

/** How many bytes the server has; null when it knows nothing of the upload any more. */
async function arrived(place: string, signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await fetchFromServer(place, { method: 'HEAD', headers: tus, signal })
    return Number(answer.headers.get('upload-offset'))
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}

/** A conflict of offsets is a piece that arrived while its answer was lost. */
function isBrokenLine(error: unknown): boolean {
  return error instanceof Problem && (error.code === unreachable || error.status >= 500 || error.status === 409)
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('aborted', 'AbortError'))
    })
  })
}
