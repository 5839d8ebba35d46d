import { Select } from '@mantine/core'
import type { UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { moveWords } from '../words/move-words.ts'

export interface Destination {
  readonly unitId: UnitId | null
  readonly villageId: UnitId | null
}

/** The commune a loudspeaker goes to, and the village it will stand in. */
export function DestinationFields({
  except,
  value,
  village,
  faultOf,
  onChange,
}: {
  /** The unit it comes from, which is no choice. */
  except: UnitId
  value: Destination
  village: string
  faultOf: (field: string) => string | undefined
  onChange: (value: Destination) => void
}) {
  const words = useWords(moveWords)
  const { tree } = useUnits()
  const communes = [...tree.units.values()].filter(({ level, unitId }) => level === 'commune' && unitId !== except)
  const villages = value.unitId === null ? [] : descendantsOf(tree, value.unitId)
  return (
    <>
      <Select
        label={words.to}
        searchable
        limit={60}
        data={communes.map(unit => ({ value: unit.unitId, label: displayName(unit) }))}
        value={value.unitId}
        error={faultOf('toUnitId')}
        onChange={unitId => onChange({ unitId, villageId: null })}
      />
      <Select
        label={village}
        description={words.optional}
        searchable
        clearable
        limit={60}
        disabled={villages.length === 0}
        data={villages
          .filter(({ unitId }) => unitId !== except)
          .map(unit => ({ value: unit.unitId, label: displayName(unit) }))}
        value={value.villageId}
        error={faultOf('villageId')}
        onChange={villageId => onChange({ ...value, villageId })}
      />
    </>
  )
}
