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
  const highest = new Map<string, number>()
  for (const { code } of [...existing, ...drafts]) {
    const [, parentCode = '', number = ''] = /^(\d{5})-T(\d+)$/.exec(code ?? '') ?? []
    highest.set(parentCode, Math.max(highest.get(parentCode) ?? 0, Number(number)))
  }
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
    const code = same === undefined || given.has(same) ? `${parentCode}-T${String(number).padStart(2, '0')}` : same
    if (code !== same) highest.set(parentCode, number)
    given.add(code)
    return { ...draft, code }
  })
}
