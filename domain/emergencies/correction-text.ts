import type { Emergency } from './emergency.ts'

/**
 * The words of a correction. They are fixed, so that one person can have them sounded at once (E5.2): whoever sent a wrong alert
 * must not have to write under stress, nor wait for a second person.
 */
export function correctionText(wrong: Pick<Emergency, 'headline'>): {
  readonly headline: string
  readonly body: string
} {
  return {
    headline: 'Bản tin khẩn cấp vừa phát là nhầm',
    body:
      `Bản tin “${wrong.headline}” là không đúng. Không có tình huống khẩn cấp. ` +
      'Đề nghị bà con yên tâm, không thực hiện theo bản tin đó. Thành thật xin lỗi bà con.',
  }
}
