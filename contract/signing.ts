import canonicalize from 'canonicalize'
import { CompactSign, compactVerify, type CryptoKey, decodeProtectedHeader } from 'jose'

/**
 * Everything a device obeys is a compact JWS (RFC 7515) signed with EdDSA over Ed25519 (RFC 8037). The served body is the
 * JWS itself: verify its bytes first, parse afterwards. `typ` tells one kind of document from another, so that a drill
 * can never be taken for an alert nor a command for a line-up.
 */
export const documentTypes = {
  keySet: 'nguon-keys+jws',
  lineup: 'nguon-lineup+jws',
  assignment: 'nguon-assignment+jws',
  time: 'nguon-time+jws',
  command: 'nguon-command+jws',
  emergency: 'nguon-emergency+jws',
  drill: 'nguon-drill+jws',
  ahead: 'nguon-ahead+jws',
} as const

export type DocumentType = (typeof documentTypes)[keyof typeof documentTypes]

/** An Ed25519 public key as a JWK (RFC 8037), named by `kid`. */
export interface PublicKey {
  readonly kid: string
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
}

/** Why a signed document was not accepted. `signature` covers every altered byte. */
export type SignatureFault = 'malformed' | 'algorithm' | 'type' | 'unknown-key' | 'signature'

export type Verified = { readonly payload: unknown; readonly kid: string } | { readonly fault: SignatureFault }

export async function sign(type: DocumentType, payload: unknown, key: SigningKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload))
  return new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', typ: type, kid: key.kid }).sign(key.privateKey)
}

/** Never throws: what cannot be read is a fault. */
export async function verify(type: DocumentType, jws: string, keys: readonly PublicKey[]): Promise<Verified> {
  let header: ReturnType<typeof decodeProtectedHeader>
  try {
    header = decodeProtectedHeader(jws)
  } catch {
    return { fault: 'malformed' }
  }
  if (header.alg !== 'EdDSA') return { fault: 'algorithm' }
  if (header.typ !== type) return { fault: 'type' }
  const key = keys.find(candidate => candidate.kid === header.kid)
  if (!key) return { fault: 'unknown-key' }
  try {
    const publicKey = await crypto.subtle.importKey('jwk', { ...key }, { name: 'Ed25519' }, false, ['verify'])
    const { payload } = await compactVerify(jws, publicKey)
    return { payload: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)), kid: key.kid }
  } catch {
    return { fault: 'signature' }
  }
}

/** SHA-256 over the canonical JSON of a value (RFC 8785), in lower-case hexadecimal. */
export async function canonicalHash(value: unknown): Promise<string> {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a value without a JSON form has no hash')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
