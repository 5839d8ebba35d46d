import { type Day, dayNumber, type Sha256 } from '@nguon/domain/platform'

/** A device as a thing the unit owns and accounts for. All of it may be unknown. */
export interface DeviceAsset {
  readonly purchasedOn: Day | null
  /** What was paid, in đồng. */
  readonly price: number | null
  /** Over how many years it is written off; for equipment of this kind 5 to 8 (Thông tư 23/2023/TT-BTC). */
  readonly usefulYears: number | null
  readonly warrantyUntil: Day | null
  /** A picture of the file store. */
  readonly photoSha256: Sha256 | null
}

export const noAsset: DeviceAsset = {
  purchasedOn: null,
  price: null,
  usefulYears: null,
  warrantyUntil: null,
  photoSha256: null,
}

/**
 * What is left of the price on a day, in whole đồng: written off evenly, one part for each full year since the purchase, down
 * to nothing (Thông tư 23/2023/TT-BTC, straight line). Null when a part of the sum is unknown.
 */
export function bookValue({ purchasedOn, price, usefulYears }: DeviceAsset, today: Day): number | null {
  if (purchasedOn === null || price === null || usefulYears === null) return null
  const gone = Math.max(0, fullYears(purchasedOn, today))
  return Math.round(price * Math.max(0, 1 - gone / usefulYears))
}

function fullYears(from: Day, until: Day): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  return until.slice(5) < from.slice(5) ? years - 1 : years
}

export type WarrantyState = 'unknown' | 'running' | 'ending' | 'over'

const noticeDays = 30

/** Ending: within thirty days. What is known to be broken should be claimed before it is over. */
export function warrantyState({ warrantyUntil }: Pick<DeviceAsset, 'warrantyUntil'>, today: Day): WarrantyState {
  if (warrantyUntil === null) return 'unknown'
  const left = dayNumber(warrantyUntil) - dayNumber(today)
  if (left < 0) return 'over'
  return left <= noticeDays ? 'ending' : 'running'
}
