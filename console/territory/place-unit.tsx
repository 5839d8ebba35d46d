import { Select } from '@mantine/core'
import type { UnitId } from '@nguon/domain/platform'
import { displayName, levelRules } from '@nguon/domain/territory'
import { useState } from 'react'
import { client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { writeDay } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'
import type { UnitChangeProps } from './change-unit-name.tsx'
import { DatedActFields } from './dated-act-fields.tsx'
import { actFields, useDatedAct } from './use-dated-act.ts'
import { useUnitChange } from './use-unit-change.ts'

/** The unit with all below it, under another from a day on. */
export function MoveUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const { tree, nameOf } = useUnits()
  const [parentId, setParentId] = useState<UnitId | null>(null)
  const dated = useDatedAct(unit)
  const move = useUnitChange(
    (to: UnitId) =>
      client.territory.moveUnit({
        unitId: unit.unitId,
        revision,
        parentId: to,
        validFrom: dated.from,
        legalAct: dated.act,
      }),
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
        { text: words.moveConsequence(writeDay(dated.from)) },
        ...(codeWithinParent ? [{ text: words.moveCode }] : []),
      ]}
      confirm={words.move}
      busy={move.isPending}
      error={faults.rest}
      disabled={parentId === null || !dated.isWhole}
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
      <DatedActFields label={words.movedFrom} field="validFrom" dated={dated} faultOf={faults.of} />
    </ConsequenceDialog>
  )
}

/** The unit is no more from a day on; what was written in it stays. */
export function EndUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const { tree } = useUnits()
  const [successorId, setSuccessorId] = useState<UnitId | null>(null)
  const dated = useDatedAct(unit)
  const end = useUnitChange(
    () =>
      client.territory.endUnit({ unitId: unit.unitId, revision, endsOn: dated.from, legalAct: dated.act, successorId }),
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
        { tone: 'caution', text: words.endConsequence(writeDay(dated.from)) },
        { text: words.endDevices },
        { text: words.endKept },
        { text: words.endCode },
      ]}
      confirm={words.end}
      busy={end.isPending}
      error={faults.rest}
      disabled={!dated.isWhole}
      onConfirm={() => end.mutate(undefined)}
      onClose={onClose}
    >
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
      <DatedActFields label={words.endsOn} field="endsOn" dated={dated} faultOf={faults.of} />
    </ConsequenceDialog>
  )
}
