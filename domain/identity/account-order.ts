import { compareVietnamese } from '@nguon/domain/platform'

/** By which of its columns a list of accounts is put in order. */
export const accountOrders = ['name', 'userName', 'position', 'unit'] as const

export type AccountOrder = (typeof accountOrders)[number]

/** As a Vietnamese list of people runs: by the given name, which stands last, then by the rest of the name. */
export function comparePeople(first: string, second: string): number {
  const [one, other] = [givenNameFirst(first), givenNameFirst(second)]
  return compareVietnamese(one.given, other.given) || compareVietnamese(one.rest, other.rest)
}

function givenNameFirst(name: string): { given: string; rest: string } {
  const words = name.normalize('NFC').trim().split(/\s+/)
  return { given: words.at(-1) ?? '', rest: words.slice(0, -1).join(' ') }
}
