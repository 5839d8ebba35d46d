import type { Rendition } from '@nguon/contract/voice'
import type { RefusalData } from '@nguon/contract/platform'
import { type BulletinVersion, bulletinLanguages, isSpoken } from '@nguon/domain/bulletins'
import type { Database } from '@nguon/server/platform'
import { renditionsOf } from '@nguon/server/voice'
import type { HeardSounding } from './store.ts'

export interface ReadySounding extends HeardSounding {
  readonly loudnessLufs: number
}

export interface Soundings {
  /** In the order of the texts. */
  readonly ready: readonly ReadySounding[]
  /** The first language that cannot be heard yet, as the refusal names it; null when all can. */
  readonly waitingFor: RefusalData | null
}

/** How a version sounds. What is only for eyes has nothing to sound and waits for nothing. */
export async function readSoundings(
  db: Database,
  { bulletinId, number, content }: BulletinVersion,
): Promise<Soundings> {
  if (!isSpoken(content.kind)) return { ready: [], waitingFor: null }
  const renditions = await renditionsOf(db, bulletinId, number)
  const found = content.texts.map(({ language }) => {
    const rendition = renditions.find(rendition => rendition.language === language)
    return { language, rendition, sounding: rendition ? readySounding(rendition) : null }
  })
  const unready = found.find(({ sounding }) => sounding === null)
  return {
    ready: found.flatMap(({ sounding }) => sounding ?? []),
    waitingFor: unready ? { language: bulletinLanguages[unready.language], ...progressOf(unready.rendition) } : null,
  }
}

function readySounding(rendition: Rendition): ReadySounding | null {
  const { state, language, reading, mediaSha256, bytes, seconds, loudnessLufs } = rendition
  if (state !== 'ready' || mediaSha256 === null || bytes === null || seconds === null || loudnessLufs === null) {
    return null
  }
  return { language, reading, audioSha256: mediaSha256, bytes, seconds, loudnessLufs }
}

function progressOf(rendition: Rendition | undefined): { progress: string; progressEn: string } {
  if (!rendition) return { progress: 'chưa bắt đầu', progressEn: 'not started' }
  if (rendition.state === 'failed') return { progress: 'bị lỗi, cần tạo lại', progressEn: 'failed, to be made again' }
  const percent = `${Math.floor(rendition.progress * 100)}%`
  return { progress: percent, progressEn: percent }
}
