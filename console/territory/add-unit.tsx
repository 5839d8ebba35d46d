import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'
import { displayName, type Level, levelRules, levels, type UnitVersion } from '@nguon/domain/territory'
import { useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { fieldFaults } from '../shell/field-faults.ts'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { unitFormWords } from '../words/unit-form-words.ts'
import { UnitNameFields } from './unit-name-fields.tsx'
import { useUnitChange } from './use-unit-change.ts'

const fieldNames = ['kind', 'name', 'code', 'level', 'parentCode', 'households', 'validFrom']

export function AddUnit({ parent, onClose }: { parent: UnitVersion; onClose: () => void }) {
  const words = useWords(unitFormWords)
  const language = useLanguage()
  const today = localDay(useNow())
  const below = levelsBelow(parent.level)
  const [level, setLevel] = useState<Level>(below.at(0) ?? 'village')
  const [named, setNamed] = useState({ kind: levelRules[level].kinds[0] ?? '', name: '' })
  const [code, setCode] = useState('')
  const [households, setHouseholds] = useState<number | null>(null)
  const [validFrom, setValidFrom] = useState<Day>(today)
  const idempotencyKey = useRef(crypto.randomUUID())
  const rule = levelRules[level]
  const add = useUnitChange(
    () =>
      client.territory.addUnit({
        parentId: parent.unitId,
        level,
        ...named,
        code: code.trim() === '' ? null : code.trim(),
        households,
        validFrom,
        idempotencyKey: idempotencyKey.current,
      }),
    { said: words.added, onDone: onClose },
  )
  const faults = fieldFaults(add.error, fieldNames)
  // A changed wish is another one: the key of the refused wish must not stand for it.
  const change = <Part,>(set: (part: Part) => void) => {
    return (part: Part) => {
      idempotencyKey.current = crypto.randomUUID()
      set(part)
    }
  }
  return (
    <ConsequenceDialog
      opened
      title={words.addTitle(displayName(parent))}
      consequences={[{ text: words.addConsequence }]}
      confirm={words.add}
      busy={add.isPending}
      error={faults.rest}
      disabled={named.name.trim() === '' || (!rule.codeWithinParent && code.trim() === '')}
      onConfirm={() => add.mutate(undefined)}
      onClose={onClose}
    >
      {below.length > 1 && (
        <Select
          label={words.level}
          allowDeselect={false}
          data={below.map(value => ({ value, label: levelRules[value][language] }))}
          value={level}
          error={faults.of('level')}
          onChange={change(value => {
            const chosen = below.find(name => name === value)
            if (!chosen) return
            setLevel(chosen)
            setNamed({ ...named, kind: levelRules[chosen].kinds[0] ?? '' })
          })}
        />
      )}
      <UnitNameFields
        level={level}
        {...named}
        faultOf={faults.of}
        onChange={change(part => setNamed({ ...named, ...part }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={words.code}
          description={rule.codeWithinParent ? words.codeGiven : words.codeDigits(rule.codeDigits ?? 0)}
          required={!rule.codeWithinParent}
          maxLength={20}
          value={code}
          error={faults.of('code')}
          onChange={event => change(setCode)(event.currentTarget.value)}
        />
        <NumberInput
          label={words.households}
          description={words.optional}
          min={0}
          max={99_999_999}
          allowDecimal={false}
          value={households ?? ''}
          error={faults.of('households')}
          onChange={change(value => setHouseholds(typeof value === 'number' ? value : null))}
        />
      </SimpleGrid>
      <DateInput
        label={words.addedFrom}
        valueFormat="DD/MM/YYYY"
        value={validFrom}
        error={faults.of('validFrom')}
        onChange={change(day => day !== null && setValidFrom(day as Day))}
      />
    </ConsequenceDialog>
  )
}

function levelsBelow(level: Level): Level[] {
  return levels.filter(lower => levelRules[lower].parents.includes(level))
}
