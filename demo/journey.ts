import type { BulletinId, ContentHash, Instant, Sha256, SlotId, UnitId } from '@nguon/domain/platform'
import { instant, instantToLocal } from '@nguon/domain/platform'
import { allowAnotherSession, openHours, type Ruler } from './open-hours.ts'
import type { BulletinFile } from './read-text-file.ts'
import type { Tell } from './tell.ts'
import type { Visit } from './visit.ts'

/** The people of one commune who carry a bulletin to its loudspeakers. */
export interface Crew {
  readonly author: Visit
  readonly approver: Visit
  readonly operator: Visit
  /** Who answers for the rules of the commune and of the units above it, from the top down. */
  readonly rulers: readonly Ruler[]
}

export interface JourneyParts {
  readonly crew: Crew
  readonly communeId: UnitId
  readonly zone: string
  readonly now: () => Instant
  readonly tell: Tell
  readonly acceptUnknown: boolean
}

export interface ReadingToken {
  readonly source: string
  readonly spoken: string
  readonly start: number
  readonly end: number
}

/** Everything that is known before the loudspeakers play. */
export interface Journey {
  readonly bulletin: { readonly id: BulletinId; readonly title: string; readonly contentHash: ContentHash }
  readonly reading: string
  readonly flagged: readonly ReadingToken[]
  readonly audio: { readonly sha256: Sha256; readonly seconds: number; readonly loudnessLufs: number }
  readonly slotId: SlotId
  readonly plannedAt: Instant
}

/** The text holds words the reader does not know, and nobody has decided how they are said. */
export class UnknownWords extends Error {
  readonly tokens: readonly ReadingToken[]

  constructor(tokens: readonly ReadingToken[]) {
    super(`unknown: ${tokens.map(token => token.source).join(', ')}`)
    this.name = 'UnknownWords'
    this.tokens = tokens
  }
}

interface BulletinAnswer {
  readonly id: BulletinId
  readonly version: number
}

interface RenditionAnswer {
  readonly state: 'queued' | 'rendering' | 'ready' | 'failed'
  readonly progress: number
  readonly reading: string | null
  readonly mediaSha256: Sha256 | null
  readonly seconds: number | null
  readonly loudnessLufs: number | null
  readonly refusal: { readonly code: string; readonly data: Readonly<Record<string, unknown>> } | null
}

/** Devices need this long to fetch a line-up and its audio before the planned instant. */
const leadMilliseconds = 10_000
const pollMilliseconds = 250

/** Text → reading → voice → approval → slot, each by the account whose job it is. */
export async function carryToSlot(file: BulletinFile, parts: JourneyParts): Promise<Journey> {
  const { crew, communeId, tell } = parts
  let bulletin = await crew.author.send<BulletinAnswer>('POST', '/bulletins', {
    unitId: communeId,
    content: { texts: [{ language: 'vi', title: file.title, body: file.body }] },
  })
  tell({ vi: `1. Người biên soạn đã viết tin “${file.title}”.`, en: `1. The author has written “${file.title}”.` })

  const { flagged, decided } = await settleReading(bulletin, parts)
  bulletin = decided
  tell({
    vi: `2. Đã chuyển thành lời đọc${flagged.length > 0 ? `; ${flagged.length} từ lạ được đánh vần` : '; không có từ lạ'}.`,
    en: `2. Made readable${flagged.length > 0 ? `; ${flagged.length} unknown words are spelled` : '; no unknown words'}.`,
  })

  bulletin = await crew.author.send<BulletinAnswer>('POST', `/bulletins/${bulletin.id}/submit`, {
    version: bulletin.version,
  })
  const audio = await waitForVoice(bulletin.id, parts)
  tell({
    vi: `3. Đã trình duyệt và tạo giọng đọc: ${Math.round(audio.seconds)} giây, ${audio.loudnessLufs.toLocaleString('vi', { maximumFractionDigits: 1 })} LUFS.`,
    en: `3. Submitted and voiced: ${Math.round(audio.seconds)} s, ${audio.loudnessLufs.toFixed(1)} LUFS.`,
  })

  const { approval } = await crew.approver.send<{ approval: { contentHash: ContentHash } }>(
    'POST',
    `/bulletins/${bulletin.id}/approve`,
    { version: bulletin.version },
  )
  tell({ vi: '4. Người duyệt đã duyệt nội dung.', en: '4. The approver has approved it.' })

  const { slotId, plannedAt } = await putInSlot(bulletin.id, audio.seconds, parts)
  return {
    bulletin: { id: bulletin.id, title: file.title, contentHash: approval.contentHash },
    reading: audio.reading,
    flagged,
    audio: { sha256: audio.sha256, seconds: audio.seconds, loudnessLufs: audio.loudnessLufs },
    slotId,
    plannedAt,
  }
}

async function settleReading(bulletin: BulletinAnswer, { crew, acceptUnknown }: JourneyParts) {
  interface Answer {
    readings: { flagged: ReadingToken[]; undecided: ReadingToken[] }[]
  }
  const { readings } = await crew.author.get<Answer>(`/bulletins/${bulletin.id}/readings`)
  const flagged = readings.flatMap(reading => reading.flagged)
  const undecided = readings.flatMap(reading => reading.undecided)
  if (undecided.length === 0) return { flagged, decided: bulletin }
  if (!acceptUnknown) throw new UnknownWords(undecided)
  const words = [...new Set(undecided.map(token => token.source))]
  const decided = await crew.author.send<BulletinAnswer>('POST', `/bulletins/${bulletin.id}/reading-decisions`, {
    version: bulletin.version,
    language: 'vi',
    decisions: words.map(token => ({ token, spoken: null })),
  })
  return { flagged, decided }
}

async function waitForVoice(bulletinId: BulletinId, { crew }: JourneyParts) {
  for (;;) {
    const { renditions } = await crew.author.get<{ renditions: RenditionAnswer[] }>(
      `/bulletins/${bulletinId}/renditions`,
    )
    const [rendition] = renditions
    if (rendition?.state === 'failed') throw new Error(`the voice failed: ${rendition.refusal?.code ?? 'unknown'}`)
    if (rendition?.state === 'ready' && rendition.mediaSha256) {
      const { mediaSha256: sha256, seconds, loudnessLufs, reading } = rendition
      return { sha256, seconds: seconds ?? 0, loudnessLufs: loudnessLufs ?? 0, reading: reading ?? '' }
    }
    await new Promise(resolve => setTimeout(resolve, pollMilliseconds))
  }
}

async function putInSlot(bulletinId: BulletinId, seconds: number, parts: JourneyParts) {
  const { crew, communeId, zone, now, tell } = parts
  const span = { startsAt: now(), endsAt: instant(now() + leadMilliseconds + Math.ceil(seconds) * 1000 + 120_000) }
  const { quietHours, window } = (await openHours(crew.rulers, span, zone)) ?? {}
  if (quietHours) {
    tell({
      vi: `   Lúc này đang là giờ không phát nên tỉnh, xã mẫu tạm dời giờ không phát sang ${quietHours.from}–${quietHours.until} để trình diễn.`,
      en: `   It is quiet hours now, so the sample units move them to ${quietHours.from}–${quietHours.until} for the demonstration.`,
    })
  }
  if (window) {
    tell({
      vi: `   Lúc này ngoài khung giờ phát của quy chế nên tỉnh, xã mẫu mở thêm ${window.from}–${window.until} để trình diễn.`,
      en: `   The rules allow nothing at this hour, so the sample units open ${window.from}–${window.until} for the demonstration.`,
    })
  }
  const plannedAt = instant(Math.ceil((now() + leadMilliseconds) / 1000) * 1000)
  const { day, timeOfDay } = instantToLocal(plannedAt, zone)
  const draft = {
    unitId: communeId,
    bulletinIds: [bulletinId],
    class: 'normal',
    recurrence: { kind: 'once', day },
    timeOfDay,
    target: { units: [communeId], groups: [], devices: [] },
  }
  const preview = await crew.operator.send<{
    deviceCount: number
    households: number
    bytesPerDevice: number
    refusals: { code: string }[]
  }>('POST', '/slots/preview', draft)
  if (preview.refusals.some(({ code }) => code === 'TOO_MANY_SESSIONS')) {
    await allowAnotherSession(crew.rulers)
    tell({
      vi: '   Hôm nay đã đủ số buổi theo quy chế nên tỉnh, xã mẫu cho thêm một buổi để trình diễn.',
      en: '   The rules allow no more sessions today, so the sample units allow one more for the demonstration.',
    })
  }
  const { slot } = await crew.operator.send<{ slot: { id: SlotId } }>('POST', '/slots', draft)
  tell({
    vi: `5. Người vận hành đã xếp lịch: sẽ phát lúc ${timeOfDay} trên ${preview.deviceCount} cụm loa, khoảng ${preview.households} hộ, khoảng ${(preview.bytesPerDevice / 1e6).toLocaleString('vi', { maximumFractionDigits: 1 })} MB mỗi SIM.`,
    en: `5. The operator has scheduled it: ${timeOfDay} on ${preview.deviceCount} loudspeakers, about ${preview.households} households, ${(preview.bytesPerDevice / 1e6).toFixed(1)} MB per SIM.`,
  })
  return { slotId: slot.id, plannedAt }
}
