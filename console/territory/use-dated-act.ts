import { addDays, type Day } from '@nguon/domain/platform'
import type { LegalAct, UnitVersion } from '@nguon/domain/territory'
import { useState } from 'react'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'

/** The day from which a change of a unit holds, today if the unit is older, and the document it rests on. */
export function useDatedAct(unit: Pick<UnitVersion, 'validFrom'>) {
  const today = localDay(useNow())
  const earliest = addDays(unit.validFrom, 1)
  const [from, setFrom] = useState<Day>(today > unit.validFrom ? today : earliest)
  const [act, setAct] = useState<LegalAct>({ number: '', date: today, issuer: '' })
  const isWhole = act.number.trim() !== '' && act.issuer.trim() !== ''
  return { today, earliest, from, setFrom, act, setAct, isWhole }
}

/** Names of the fields of `LegalActFields` by which the server says what is wrong with them. */
export const actFields = ['legalAct.number', 'legalAct.date', 'legalAct.issuer']
