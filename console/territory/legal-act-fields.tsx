import { SimpleGrid, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'
import type { LegalAct } from '@nguon/domain/territory'
import { useWords } from '../words/define-words.ts'
import { unitFormWords } from '../words/unit-form-words.ts'

/** The document a change rests on; it is whole once each part is given. */
export function LegalActFields({
  act,
  today,
  faultOf,
  onChange,
}: {
  act: LegalAct
  today: Day
  faultOf: (field: string) => string | undefined
  onChange: (act: LegalAct) => void
}) {
  const words = useWords(unitFormWords)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label={words.actNumber}
        placeholder="1660/NQ-UBTVQH15"
        required
        maxLength={100}
        value={act.number}
        error={faultOf('legalAct.number')}
        onChange={event => onChange({ ...act, number: event.currentTarget.value })}
      />
      <DateInput
        label={words.actDate}
        valueFormat="DD/MM/YYYY"
        required
        maxDate={today}
        value={act.date}
        error={faultOf('legalAct.date')}
        onChange={day => day !== null && onChange({ ...act, date: day as Day })}
      />
      <TextInput
        label={words.actIssuer}
        required
        maxLength={200}
        style={{ gridColumn: '1 / -1' }}
        value={act.issuer}
        error={faultOf('legalAct.issuer')}
        onChange={event => onChange({ ...act, issuer: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
