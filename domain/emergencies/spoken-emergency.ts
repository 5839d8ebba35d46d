import type { Emergency } from './emergency.ts'

type Words = Pick<Emergency, 'type' | 'purpose' | 'headline' | 'body'>

const openings = {
  alert: 'Thông báo khẩn cấp.',
  update: 'Thông báo khẩn cấp, tin mới.',
  correction: 'Đính chính.',
  cancellation: 'Đính chính.',
  allClear: 'Tin kết thúc, báo yên.',
} as const

const drillOpening = 'Diễn tập, diễn tập. Đây là bản tin diễn tập, không phải tình huống thật.'
const drillEnding = 'Xin nhắc lại: đây là diễn tập, không phải tình huống thật.'

/** What the loudspeaker says: an emergency and a drill never begin alike, and a drill ends with its word (E4.2). */
export function spokenEmergency({ type, purpose, headline, body }: Words): string {
  const words = [sentence(headline), body].filter(part => part !== '').join('\n')
  return type === 'drill' ? `${drillOpening}\n${words}\n${drillEnding}` : `${openings[purpose]}\n${words}`
}

/** As screens, lists and the record of what sounded name it. */
export function titleOfEmergency({ type, headline }: Pick<Words, 'type' | 'headline'>): string {
  return type === 'drill' ? `DIỄN TẬP: ${headline}` : headline
}

function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}

const blank = /\[[^\]\n]*\]/u

/** A place of the template that nobody filled: it would be read out as it stands (E1.3). */
export function firstBlank({ headline, body }: Pick<Words, 'headline' | 'body'>): string | null {
  return blank.exec(`${headline}\n${body}`)?.[0] ?? null
}
