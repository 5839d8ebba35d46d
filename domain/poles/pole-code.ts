/** In the address on the pole; people also type it by hand, so nothing in it looks like something else. */
export type PoleCode = string & { readonly __poleCode: true }

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 7
const shape = new RegExp(`^[${alphabet}]{${length}}$`)

/** A code from numbers in `[0, 1)`, one for each of its seven characters. */
export function poleCodeOf(draw: () => number): PoleCode {
  return Array.from({ length }, () => alphabet[Math.floor(draw() * alphabet.length)]).join('') as PoleCode
}

/** The code somebody typed or scanned, whatever its case and its gaps; null for what is none. */
export function readPoleCode(text: string): PoleCode | null {
  const code = text.toLowerCase().replaceAll(/[\s.-]/g, '')
  return shape.test(code) ? (code as PoleCode) : null
}

/** "K7M 4QX2": in groups, as it is printed below the picture. */
export function writePoleCode(code: PoleCode): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`.toUpperCase()
}
