import { tidyUserName } from './account.ts'
import { commonPasswords } from './common-passwords.ts'

export const passwordLength = { minimum: 10, maximum: 128 } as const

export type PasswordFault = 'TOO_SHORT' | 'HAS_USER_NAME' | 'TOO_COMMON'

/** Without case, accents and the usual disguises: "M@tKhẩu" is "matkhau". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[@4]/g, 'a')
    .replaceAll('0', 'o')
    .replaceAll('3', 'e')
    .replaceAll(/[1!|]/g, 'i')
    .replaceAll(/[$5]/g, 's')
    .replaceAll('7', 't')
}

const words = new Set(commonPasswords.map(plain))
const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

/** "aaaaaaaaaa", "abcabcabcabc", "1234567890", "qwertyuiop" and what is only those. */
function isPattern(password: string): boolean {
  const text = password.toLowerCase()
  for (let length = 1; length <= 4; length += 1) {
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true
  }
  const backwards = Array.from(text).toReversed().join('')
  return runs.some(run => run.includes(text) || run.includes(backwards))
}

/** The word that is left when digits and signs at both ends are taken off, whole or spelled with gaps. */
function isCommon(password: string): boolean {
  const ends = /^[^\p{L}]+|[^\p{L}]+$/gu
  const candidates = [
    password,
    password.replaceAll(ends, ''),
    password.replaceAll(/[\s._-]+/g, '').replaceAll(ends, ''),
  ]
  return candidates.some(candidate => words.has(plain(candidate))) || !/\p{L}/u.test(password)
}

/**
 * Why a password is not taken; null when it is. Long, not common, not the user name: length is what counts, so no
 * rule asks for signs or capitals (NIST SP 800-63B, 5.1.1.2).
 */
export function judgePassword(password: string, userName: string): PasswordFault | null {
  if (Array.from(password.normalize('NFC')).length < passwordLength.minimum) return 'TOO_SHORT'
  const name = plain(tidyUserName(userName))
  const nameParts = [name, ...name.split(/[._-]+/)].filter(part => part.length >= 5)
  const letters = plain(password)
  // A long sentence may contain the name; a password made of it may not.
  if (nameParts.some(part => letters.includes(part) && letters.length - part.length < 8)) return 'HAS_USER_NAME'
  if (isPattern(password) || isCommon(password)) return 'TOO_COMMON'
  return null
}
