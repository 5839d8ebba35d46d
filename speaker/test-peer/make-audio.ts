import { createHash } from 'node:crypto'
import type { LineupMedia } from '@nguon/domain/lineups'
import type { Sha256 } from '@nguon/domain/platform'
import { createMp3Encoder } from 'wasm-media-encoders'

export interface MadeAudio extends LineupMedia {
  readonly body: Buffer
}

/** A tone as MP3, 16 kHz mono; another pitch is another file. */
export async function makeAudio(seconds: number, hertz: number): Promise<MadeAudio> {
  const sampleRate = 16_000
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate, channels: 1, bitrate: 64 })
  const samples = Float32Array.from({ length: seconds * sampleRate }, (_, index) => {
    const at = index / sampleRate
    return 0.4 * Math.sin(2 * Math.PI * hertz * at) * (0.6 + 0.4 * Math.sin(2 * Math.PI * 1.5 * at))
  })
  const body = Buffer.concat([Buffer.from(encoder.encode([samples])), Buffer.from(encoder.finalize())])
  const sha256 = createHash('sha256').update(body).digest('hex') as Sha256
  return { sha256, bytes: body.length, seconds, mediaType: 'audio/mpeg', body }
}
