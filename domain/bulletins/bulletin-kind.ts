/** What the main matter of a bulletin is. Only the first two sound from a loudspeaker. */
export const bulletinKinds = ['text', 'audio', 'image', 'video', 'document'] as const

export type BulletinKind = (typeof bulletinKinds)[number]

/** A text is voiced by a machine or a person, a recording is heard as it is; the others are for eyes. */
export function isSpoken(kind: BulletinKind): boolean {
  return kind === 'text' || kind === 'audio'
}
