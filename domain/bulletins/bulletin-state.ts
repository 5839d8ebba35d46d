/** Bản nháp, Chờ duyệt, Trả lại, Đã duyệt, Đã phát hành, Thu hồi, Hết hiệu lực. */
export const bulletinStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'withdrawn',
  'expired',
] as const

export type BulletinState = (typeof bulletinStates)[number]

export const bulletinActs = ['edit', 'submit', 'recall', 'approve', 'return', 'publish', 'withdraw', 'expire'] as const

export type BulletinAct = (typeof bulletinActs)[number]

/** The whole way of a bulletin. What is not in the table is refused. Any edit leads back to the draft: it re-opens approval. */
const ways: Readonly<Record<BulletinState, Partial<Readonly<Record<BulletinAct, BulletinState>>>>> = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { edit: 'draft', recall: 'draft', approve: 'approved', return: 'returned' },
  returned: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  approved: { edit: 'draft', publish: 'published', withdraw: 'withdrawn', expire: 'expired' },
  published: { edit: 'draft', withdraw: 'withdrawn', expire: 'expired' },
  withdrawn: { edit: 'draft' },
  expired: { edit: 'draft' },
}

/** Where an act leads from a state; null when it is not open there. */
export function stateAfter(state: BulletinState, act: BulletinAct): BulletinState | null {
  return ways[state][act] ?? null
}

/** States in which someone relies on the content as it stands: an edit there has a consequence and must be meant. */
export function isReliedOn(state: BulletinState): boolean {
  return state === 'submitted' || state === 'approved' || state === 'published'
}

/** States whose content may go out inside its approved limits. */
export function mayGoOut(state: BulletinState): boolean {
  return state === 'published'
}
