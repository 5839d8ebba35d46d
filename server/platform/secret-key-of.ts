const leastBytes = 32
/** Fewer different bytes among 32 random ones do not happen: it is a row of zeros or a pattern. */
const leastDifferentBytes = 20

/** The key written in a text, in hexadecimal or base64; null when it is none, too short, or plainly not random. */
export function secretKeyOf(text: string): Uint8Array | null {
  const written = text.trim()
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(written)) return null
  const key = Buffer.from(written, /^[0-9a-f]+$/i.test(written) && written.length >= 2 * leastBytes ? 'hex' : 'base64')
  return key.length >= leastBytes && new Set(key).size >= leastDifferentBytes ? key : null
}
