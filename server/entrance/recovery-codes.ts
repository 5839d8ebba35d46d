import { randomBytes } from 'node:crypto'

/** Without letters that are mistaken for digits. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** Ten codes of ten characters: each opens one sign-in when the phone is lost. */
export function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    let code = ''
    while (code.length < 10) {
      const [byte = 255] = randomBytes(1)
      if (byte < 8 * alphabet.length) code += alphabet[byte % alphabet.length]
    }
    return code
  })
}

/** In two halves, as a person copies it. */
export function readableCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
