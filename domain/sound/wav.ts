import { fromInt16, type Pcm, toInt16 } from './pcm.ts'

const headerLength = 44
const plain = 1
const floating = 3
const extensible = 0xfffe
const slowest = 4000
const fastest = 384_000

/** A WAV file: PCM, 16 bits, little endian, mono. */
export function writeWav(pcm: Pcm): Uint8Array<ArrayBuffer> {
  const data = toInt16(pcm)
  const bytes = new Uint8Array(headerLength + data.length * 2)
  const view = new DataView(bytes.buffer)
  const text = (at: number, letters: string) =>
    bytes.set(
      Uint8Array.from(letters, letter => letter.charCodeAt(0)),
      at,
    )
  text(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, plain, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, pcm.rate, true)
  view.setUint32(28, pcm.rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, data.length * 2, true)
  for (let index = 0; index < data.length; index++) view.setInt16(headerLength + index * 2, data[index]!, true)
  return bytes
}

interface Format {
  readonly kind: number
  readonly channels: number
  readonly rate: number
  readonly bits: number
}

/**
 * Reads a WAV file of 8, 16, 24 or 32-bit integers or 32-bit floats, any channels (mixed down to one). A file whose
 * writer was killed carries 0 or 0xFFFFFFFF as sizes: then what is there is what counts. `undefined` when it is none.
 */
export function readWav(bytes: Uint8Array): Pcm | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return undefined
  let format: Format | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const start = at + 8
    if (name(at) === 'fmt ' && start + 16 <= bytes.length) format = readFormat(view, start, size)
    if (name(at) === 'data') {
      const there = bytes.length - start
      return format && readSamples(view, start, size === 0 ? there : Math.min(size, there), format)
    }
    at = start + size + (size % 2)
  }
  return undefined
}

function readFormat(view: DataView, start: number, size: number): Format {
  const kind = view.getUint16(start, true)
  const known = kind === extensible && size >= 40 && start + 26 <= view.byteLength
  return {
    kind: known ? view.getUint16(start + 24, true) : kind,
    channels: view.getUint16(start + 2, true),
    rate: view.getUint32(start + 4, true),
    bits: view.getUint16(start + 14, true),
  }
}

function readSamples(view: DataView, start: number, size: number, format: Format): Pcm | undefined {
  const { channels, rate, bits } = format
  const read = reader(view, format)
  if (!read || channels < 1 || channels > 64 || rate < slowest || rate > fastest) return undefined
  const width = bits / 8
  const frames = Math.floor(size / (width * channels))
  if (channels === 1 && bits === 16 && (view.byteOffset + start) % 2 === 0)
    return fromInt16(new Int16Array(view.buffer, view.byteOffset + start, frames), rate)
  const samples = new Float32Array(frames)
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += read(start + (frame * channels + channel) * width)
    samples[frame] = sum / channels
  }
  return { samples, rate }
}

function reader(view: DataView, { kind, bits }: Format): ((at: number) => number) | undefined {
  if (kind === floating && bits === 32) return at => finite(view.getFloat32(at, true))
  if (kind !== plain) return undefined
  if (bits === 8) return at => (view.getUint8(at) - 128) / 128
  if (bits === 16) return at => view.getInt16(at, true) / 32768
  if (bits === 24) return at => (view.getUint8(at) + (view.getInt16(at + 1, true) << 8)) / 8388608
  if (bits === 32) return at => view.getInt32(at, true) / 2147483648
  return undefined
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
