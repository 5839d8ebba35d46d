import type { Airing } from '@nguon/domain/airings'
import type { Journey } from './journey.ts'
import type { Demo } from './open-demo.ts'
import { proveSound, type SpeakerProof } from './prove-sound.ts'
import type { Tell } from './tell.ts'

/** After the end of the sound a loudspeaker has this long to tell of it. */
const patienceMilliseconds = 15_000
const pollMilliseconds = 300

/** Waits until every loudspeaker has told how it went, then asks its sink. */
export async function playAndProve(
  demo: Demo,
  journey: Journey,
  { paced, tell }: { paced: boolean; tell: Tell },
): Promise<SpeakerProof[]> {
  const { platform, speakers, crew, communeId } = demo
  tell({
    vi: '6. Danh sách phát đã ký; các cụm loa đang tải về, kiểm tra chữ ký và chờ đến giờ.',
    en: '6. The line-up is signed; the loudspeakers fetch and verify it and wait for the hour.',
  })
  const over = journey.plannedAt + (paced ? journey.audio.seconds * 1000 : 0) + patienceMilliseconds
  let airings: Airing[] = []
  while (airings.length < speakers.length && platform.clock.now() < over) {
    await new Promise(resolve => setTimeout(resolve, pollMilliseconds))
    airings = await crew.operator.get<Airing[]>(`/units/${communeId}/airings?slotId=${journey.slotId}`)
  }
  const proofs = await Promise.all(
    speakers.map(speaker => {
      const airing = airings.find(({ deviceId }) => deviceId === speaker.deviceId) ?? null
      return proveSound(platform.files, journey, speaker, airing)
    }),
  )
  for (const proof of proofs) {
    const late = proof.startedAt === null ? null : Date.parse(proof.startedAt) - journey.plannedAt
    tell(
      proof.proven
        ? {
            vi: `7. ${proof.name}: đã phát, lệch ${late} ms, khớp âm thanh đã duyệt ${percentVi(proof.correlation)}.`,
            en: `7. ${proof.name}: played, ${late} ms off plan, ${(proof.correlation * 100).toFixed(1)} % like the approved sound.`,
          }
        : {
            vi: `7. ${proof.name}: KHÔNG chứng minh được là đã phát đúng (${proof.result}${proof.reason ? `: ${proof.reason}` : ''}; khớp ${percentVi(proof.correlation)}, đủ ${percentVi(proof.coverage)}).`,
            en: `7. ${proof.name}: NOT proven (${proof.result}${proof.reason ? `: ${proof.reason}` : ''}; correlation ${proof.correlation}, coverage ${proof.coverage}).`,
          },
    )
  }
  return proofs
}

/** A part of one, as Vietnamese writes it: a comma for decimals and no blank before the sign. */
function percentVi(part: number): string {
  return part.toLocaleString('vi', { style: 'percent', maximumFractionDigits: 1 })
}
