import type { Clock, FileStore, Transaction } from '@nguon/server/platform'
import type { MasteredSound } from '@nguon/server/sound'
import { insertFile } from './store.ts'

/** Puts the bytes where files lie. Before the transaction that names them: bytes without a name harm nobody. */
export async function putSound({ files }: { files: FileStore }, sound: MasteredSound): Promise<void> {
  const { sha256 } = await files.put(sound.bytes)
  if (sha256 !== sound.sha256) throw new Error('the sound changed on its way to the disk')
}

/** Names a sound that was put, so that it can be fetched at `/media/<sha256>`. */
export async function keepSound(tx: Transaction, { clock }: { clock: Clock }, sound: MasteredSound): Promise<void> {
  const { bytes, mimeType, sha256, seconds, loudnessLufs, truePeakDbfs, waveform } = sound
  await insertFile(
    tx,
    { sha256, bytes: bytes.length, mimeType, seconds, loudnessLufs, truePeakDbfs, waveform },
    clock.now(),
  )
}
