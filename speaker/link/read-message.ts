/** Null for what is no JSON. */
export function readMessage(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}
