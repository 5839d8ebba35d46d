import { NumberInput } from '@mantine/core'
import { displayName, type UnitVersion } from '@nguon/domain/territory'
import { useState } from 'react'
import { client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'
import { DatedActFields } from './dated-act-fields.tsx'
import { actFields, useDatedAct } from './use-dated-act.ts'
import { UnitNameFields } from './unit-name-fields.tsx'
import { useUnitChange } from './use-unit-change.ts'

export interface UnitChangeProps {
  readonly unit: UnitVersion
  readonly revision: number
  readonly onClose: () => void
}

/** A new name from a day on: the old one stays in the history. */
export function RenameUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const [named, setNamed] = useState({ kind: unit.kind, name: unit.name })
  const dated = useDatedAct(unit)
  const rename = useUnitChange(
    () =>
      client.territory.renameUnit({
        unitId: unit.unitId,
        revision,
        ...named,
        validFrom: dated.from,
        legalAct: dated.act,
      }),
    { said: words.renamed, onDone: onClose },
  )
  const faults = fieldFaults(rename.error, ['kind', 'name', 'validFrom', ...actFields])
  const isSame = named.kind === unit.kind && named.name.trim() === unit.name
  return (
    <ConsequenceDialog
      opened
      title={words.renameTitle(displayName(unit))}
      consequences={[{ text: words.renameConsequence(displayName(unit), writeDay(dated.from)) }]}
      confirm={words.rename}
      busy={rename.isPending}
      error={faults.rest}
      disabled={named.name.trim() === '' || isSame || !dated.isWhole}
      onConfirm={() => rename.mutate(undefined)}
      onClose={onClose}
    >
      <UnitNameFields
        level={unit.level}
        {...named}
        faultOf={faults.of}
        onChange={part => setNamed({ ...named, ...part })}
      />
      <DatedActFields label={words.nameFrom} field="validFrom" dated={dated} faultOf={faults.of} />
    </ConsequenceDialog>
  )
}

/** A typing error set right: it never was so, and leaves no trace in the history of the unit. */
export function CorrectUnit({ unit, revision, onClose }: UnitChangeProps) {
  const words = useWords(unitFormWords)
  const [named, setNamed] = useState({ kind: unit.kind, name: unit.name })
  const [households, setHouseholds] = useState(unit.households)
  const [place, setPlace] = useState({ latitude: unit.place?.latitude, longitude: unit.place?.longitude })
  const { latitude, longitude } = place
  const correct = useUnitChange(
    () =>
      client.territory.correctUnit({
        unitId: unit.unitId,
        revision,
        ...named,
        ...(households === null ? {} : { households }),
        ...(latitude === undefined || longitude === undefined ? {} : { place: { latitude, longitude } }),
      }),
    { said: words.corrected, onDone: onClose },
  )
  const faults = fieldFaults(correct.error, ['kind', 'name', 'households', 'latitude', 'longitude'])
  return (
    <ConsequenceDialog
      opened
      title={words.correctTitle(displayName(unit))}
      consequences={[{ text: words.correctConsequence }]}
      confirm={words.correct}
      busy={correct.isPending}
      error={faults.rest}
      disabled={named.name.trim() === '' || (latitude === undefined) !== (longitude === undefined)}
      onConfirm={() => correct.mutate(undefined)}
      onClose={onClose}
    >
      <UnitNameFields
        level={unit.level}
        {...named}
        faultOf={faults.of}
        onChange={part => setNamed({ ...named, ...part })}
      />
      <NumberInput
        label={words.households}
        min={0}
        max={99_999_999}
        allowDecimal={false}
        value={households ?? ''}
        error={faults.of('households')}
        onChange={value => setHouseholds(typeof value === 'number' ? value : null)}
      />
      {(['latitude', 'longitude'] as const).map(name => (
        <NumberInput
          key={name}
          label={words[name]}
          decimalScale={6}
          value={place[name] ?? ''}
          error={faults.of(name)}
          onChange={value => setPlace({ ...place, [name]: typeof value === 'number' ? value : undefined })}
        />
      ))}
    </ConsequenceDialog>
  )
}
