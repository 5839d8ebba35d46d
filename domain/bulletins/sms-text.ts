/** How a text goes out as a short message: GSM 03.38 where its letters allow, else UCS-2 (3GPP TS 23.038). */
export interface SmsText {
  readonly text: string
  readonly encoding: 'gsm7' | 'ucs2'
  /** Units of the encoding, not letters: `{` counts two in GSM, an emoji two in UCS-2. */
  readonly length: number
  /** Messages that are paid for. */
  readonly parts: number
}

const gsmBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const gsmExtended = '\f^{}\\[~]|€'

/** A part of a longer message loses room to the header that joins them. */
const room = { gsm7: { single: 160, joined: 153 }, ucs2: { single: 70, joined: 67 } } as const

export function smsText(text: string): SmsText {
  const letters = Array.from(text)
  const plain = letters.every(letter => gsmBasic.includes(letter) || gsmExtended.includes(letter))
  const encoding = plain ? 'gsm7' : 'ucs2'
  const length = plain ? letters.reduce((sum, letter) => sum + (gsmExtended.includes(letter) ? 2 : 1), 0) : text.length
  const { single, joined } = room[encoding]
  return { text, encoding, length, parts: length <= single ? 1 : Math.ceil(length / joined) }
}

/** Vietnamese without its marks, case kept: a message then costs half and reads on any telephone. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[“”]/g, '"')
    .replaceAll('…', '...')
}
