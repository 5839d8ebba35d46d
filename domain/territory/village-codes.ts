import type { Day } from '@nguon/domain/platform'
import type { UnitDraft } from './import-row.ts'
import { type UnitVersion, unitsOn } from './unit.ts'
import { siblingKey } from './unit-name.ts'

/** A row whose unit has its code. */
export type CodedDraft = UnitDraft & { readonly code: string }

/** A village that comes without a code is the sibling of the same name, or gets the next code that its commune never used. */
export function giveVillageCodes(
  drafts: readonly UnitDraft[],
  existing: readonly UnitVersion[],
  day: Day,
): CodedDraft[] {
  const highest = highestNumbers([...existing, ...drafts])
  const today = unitsOn(existing, day)
  const codeOf = new Map(today.map(unit => [unit.unitId, unit.code]))
  const known = new Map(
    today.map(unit => [`${unit.parentId === null ? '' : codeOf.get(unit.parentId)} ${siblingKey(unit)}`, unit.code]),
  )
  const given = new Set(drafts.map(draft => draft.code))
  return drafts.map(draft => {
    if (draft.code !== null) return { ...draft, code: draft.code }
    const parentCode = draft.parentCode ?? ''
    const same = known.get(`${parentCode} ${siblingKey(draft)}`)
    const number = (highest.get(parentCode) ?? 0) + 1
    const code = same === undefined || given.has(same) ? villageCode(parentCode, number) : same
    if (code !== same) highest.set(parentCode, number)
    given.add(code)
    return { ...draft, code }
  })
}

/** A code of the commune that no unit ever had. */
export function nextVillageCode(existing: readonly UnitVersion[], parentCode: string): string {
  return villageCode(parentCode, (highestNumbers(existing).get(parentCode) ?? 0) + 1)
}

const villageCode = (parentCode: string, number: number) => `${parentCode}-T${String(number).padStart(2, '0')}`

/** The highest number given out under each commune, of any day. */
function highestNumbers(coded: readonly { readonly code: string | null }[]): Map<string, number> {
  const highest = new Map<string, number>()
  for (const { code } of coded) {
    const [, parentCode = '', number = ''] = /^(\d{5})-T(\d+)$/.exec(code ?? '') ?? []
    highest.set(parentCode, Math.max(highest.get(parentCode) ?? 0, Number(number)))
  }
  return highest
}
