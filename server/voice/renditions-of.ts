import type { Rendition } from '@nguon/contract/voice'
import type { BulletinId } from '@nguon/domain/platform'
import { findFile } from '@nguon/server/media'
import type { Database } from '@nguon/server/platform'
import { findRenditions } from './store.ts'

/** How a version of a bulletin sounds, language by language, in the order in which they are played. */
export async function renditionsOf(
  db: Database,
  bulletinId: BulletinId,
  version: number,
): Promise<readonly Rendition[]> {
  const renditions: Rendition[] = []
  for (const work of await findRenditions(db, { bulletinId, version })) {
    const { place: _p, sentences: _s, voiceId: _v, speed: _sp, longerPauses: _l, title: _t, ...rendition } = work
    const file = work.mediaSha256 === null ? null : await findFile(db, work.mediaSha256)
    renditions.push({
      ...rendition,
      bytes: file?.bytes ?? null,
      seconds: file?.seconds ?? null,
      loudnessLufs: file?.loudnessLufs ?? null,
      waveform: file?.waveform ?? null,
      aiMark: work.source === 'machine' && file !== null,
    })
  }
  return renditions
}
