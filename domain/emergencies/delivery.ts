/** What became of an emergency on one device: chưa nhận, đã nhận, đã tải về, đang phát, đã phát, im. */
export const deliveryStates = ['sent', 'received', 'ready', 'playing', 'silent', 'played'] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** Why a device stays silent although it was meant. */
export const silences = ['cancelled', 'replaced', 'expired', 'failed', 'no-media'] as const

/**
 * Reports come late, twice and out of order: one never leads back (E6.2). What has sounded stays sounded, whatever is told
 * after it.
 */
export function deliveryAfter(before: DeliveryState, told: DeliveryState): DeliveryState {
  return deliveryStates.indexOf(told) > deliveryStates.indexOf(before) ? told : before
}

/** The device has it: nothing is to be sent again. */
export function isAcknowledged(state: DeliveryState): boolean {
  return state !== 'sent'
}
