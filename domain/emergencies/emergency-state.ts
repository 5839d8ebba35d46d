/** Bản nháp, chờ người thứ hai xác nhận, đã xác nhận, đang phát, đã thay bằng tin mới, đã đính chính, đã hủy, đã kết thúc, đã bỏ. */
export const emergencyStates = [
  'draft',
  'waiting',
  'confirmed',
  'sounding',
  'updated',
  'corrected',
  'cancelled',
  'ended',
  'discarded',
] as const

export type EmergencyState = (typeof emergencyStates)[number]

export const emergencyActs = [
  'edit',
  'ask',
  'return',
  'discard',
  'confirm',
  'sound',
  'update',
  'correct',
  'cancel',
  'end',
] as const

export type EmergencyAct = (typeof emergencyActs)[number]

const onAir = { update: 'updated', correct: 'corrected', cancel: 'cancelled', end: 'ended' } as const

/** The whole way of an emergency; what is not in the table is refused. Nothing leads back onto the air. */
const ways: Readonly<Record<EmergencyState, Partial<Readonly<Record<EmergencyAct, EmergencyState>>>>> = {
  draft: { edit: 'draft', ask: 'waiting', discard: 'discarded' },
  waiting: { edit: 'draft', return: 'draft', discard: 'discarded', confirm: 'confirmed' },
  confirmed: { ...onAir, sound: 'sounding' },
  sounding: { ...onAir, sound: 'sounding' },
  updated: {},
  // What was said wrongly may be put right after it ended by itself, as long as people remember it.
  corrected: {},
  cancelled: { correct: 'corrected' },
  ended: { correct: 'corrected' },
  discarded: {},
}

/** Where an act leads from a state; null when it is not open there. */
export function emergencyAfter(state: EmergencyState, act: EmergencyAct): EmergencyState | null {
  return ways[state][act] ?? null
}

/** Loudspeakers obey it now, or will when they come back. */
export function isOnAir(state: EmergencyState): boolean {
  return state === 'confirmed' || state === 'sounding'
}
