import { Select } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { addDays, type Day, type UnitId } from '@nguon/domain/platform'
import { displayName, type LegalAct, levelRules } from '@nguon/domain/territory'
import { useState } from 'react'
import { client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { localDay, writeDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'
import type { UnitChangeProps } from './change-unit-name.tsx'
import { isWhole, LegalActFields } from './legal-act-fields.tsx'
import { useUnitChange } from './use-unit-change.ts'

const actFields = ['legalAct.number', 'legalAct.date', 'legalAct.issuer']

/** The unit with all below it, under another from a day on. */
export function MoveUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const today = localDay(useNow())
  const { tree, nameOf } = useUnits()
  const earliest = addDays(unit.validFrom, 1)
  const [parentId, setParentId] = useState<UnitId | null>(null)
  const [validFrom, setValidFrom] = useState<Day>(today > unit.validFrom ? today : earliest)
  const [legalAct, setLegalAct] = useState<LegalAct>({ number: '', date: today, issuer: '' })
  const move = useUnitChange(
    (to: UnitId) => client.territory.moveUnit({ unitId: unit.unitId, revision, parentId: to, validFrom, legalAct }),
    { said: words.moved, onDone: onClose },
  )
  const faults = fieldFaults(move.error, ['parentId', 'parentCode', 'validFrom', ...actFields])
  const { parents, codeWithinParent } = levelRules[unit.level]
  const choices = [...tree.units.values()].filter(
    ({ level, unitId }) => parents.includes(level) && unitId !== unit.parentId,
  )
  return (
    <ConsequenceDialog
      opened
      title={words.moveTitle(displayName(unit))}
      consequences={[
        { text: words.moveConsequence(writeDay(validFrom)) },
        ...(codeWithinParent ? [{ text: words.moveCode }] : []),
      ]}
      confirm={words.move}
      busy={move.isPending}
      error={faults.rest}
      disabled={parentId === null || !isWhole(legalAct)}
      onConfirm={() => parentId && move.mutate(parentId)}
      onClose={onClose}
    >
      <Select
        label={words.newParent}
        description={words.nowUnder(unit.parentId ? nameOf(unit.parentId) : '')}
        searchable
        limit={60}
        data={choices.map(choice => ({ value: choice.unitId, label: displayName(choice) }))}
        value={parentId}
        error={faults.of('parentId') ?? faults.of('parentCode')}
        onChange={setParentId}
      />
      <DateInput
        label={words.movedFrom}
        valueFormat="DD/MM/YYYY"
        minDate={earliest}
        value={validFrom}
        error={faults.of('validFrom')}
        onChange={day => day !== null && setValidFrom(day as Day)}
      />
      <LegalActFields act={legalAct} today={today} faultOf={faults.of} onChange={setLegalAct} />
    </ConsequenceDialog>
  )
}

/** The unit is no more from a day on; what was written in it stays. */
export function EndUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const today = localDay(useNow())
  const { tree } = useUnits()
  const earliest = addDays(unit.validFrom, 1)
  const [successorId, setSuccessorId] = useState<UnitId | null>(null)
  const [endsOn, setEndsOn] = useState<Day>(today > unit.validFrom ? today : earliest)
  const [legalAct, setLegalAct] = useState<LegalAct>({ number: '', date: today, issuer: '' })
  const end = useUnitChange(
    () => client.territory.endUnit({ unitId: unit.unitId, revision, endsOn, legalAct, successorId }),
    { said: words.ended, onDone: onClose },
  )
  const faults = fieldFaults(end.error, ['endsOn', 'successorId', ...actFields])
  const peers = [...tree.units.values()].filter(({ level, unitId }) => level === unit.level && unitId !== unit.unitId)
  return (
    <ConsequenceDialog
      opened
      danger
      title={words.endTitle(displayName(unit))}
      consequences={[
        { tone: 'caution', text: words.endConsequence(writeDay(endsOn)) },
        { text: words.endKept },
        { text: words.endCode },
      ]}
      confirm={words.end}
      busy={end.isPending}
      error={faults.rest}
      disabled={!isWhole(legalAct)}
      onConfirm={() => end.mutate(undefined)}
      onClose={onClose}
    >
      <DateInput
        label={words.endsOn}
        valueFormat="DD/MM/YYYY"
        minDate={earliest}
        value={endsOn}
        error={faults.of('endsOn')}
        onChange={day => day !== null && setEndsOn(day as Day)}
      />
      <Select
        label={words.successor}
        description={words.optional}
        searchable
        clearable
        limit={60}
        data={peers.map(peer => ({ value: peer.unitId, label: displayName(peer) }))}
        value={successorId}
        error={faults.of('successorId')}
        onChange={setSuccessorId}
      />
      <LegalActFields act={legalAct} today={today} faultOf={faults.of} onChange={setLegalAct} />
    </ConsequenceDialog>
  )
}
