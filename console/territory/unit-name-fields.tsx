import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { type Level, levelRules } from '@nguon/domain/territory'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'

/** What a unit is called: its kind, of those its level has, and its name without the kind. */
export function UnitNameFields({
  level,
  kind,
  name,
  faultOf,
  onChange,
}: {
  level: Level
  kind: string
  name: string
  faultOf: (field: string) => string | undefined
  onChange: (part: { kind?: string; name?: string }) => void
}) {
  const words = useWords(unitFormWords)
  const { kinds, kindOptional } = levelRules[level]
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {kinds.length > 0 && (
        <Select
          label={words.kind}
          data={[...kinds]}
          clearable={kindOptional}
          allowDeselect={kindOptional}
          value={kind === '' ? null : kind}
          error={faultOf('kind')}
          onChange={value => onChange({ kind: value ?? '' })}
        />
      )}
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={100}
        value={name}
        error={faultOf('name')}
        onChange={event => onChange({ name: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
