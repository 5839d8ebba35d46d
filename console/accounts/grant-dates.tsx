import { SimpleGrid } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { addDays, type Day, type Instant } from '@nguon/domain/platform'
import { startOfDay } from '../time/local-time.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'

/** The days a role is held, both included; null: from now on, without an end. */
export interface GrantDays {
  readonly from: Day | null
  readonly until: Day | null
}

export const noGrantDays: GrantDays = { from: null, until: null }

/** As an operation takes them: the end is the first instant after the last day. */
export function validityOf({ from, until }: GrantDays): { validFrom?: Instant; validTo: Instant | null } {
  return {
    ...(from ? { validFrom: startOfDay(from) } : {}),
    validTo: until ? startOfDay(addDays(until, 1)) : null,
  }
}

export function GrantDates({ days, onChange }: { days: GrantDays; onChange: (days: GrantDays) => void }) {
  const words = useWords(accountWords)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <DateInput
        label={words.from}
        valueFormat="DD/MM/YYYY"
        clearable
        value={days.from}
        onChange={from => onChange({ ...days, from: from as Day | null })}
      />
      <DateInput
        label={words.to}
        description={words.noEnd}
        valueFormat="DD/MM/YYYY"
        clearable
        value={days.until}
        onChange={until => onChange({ ...days, until: until as Day | null })}
      />
    </SimpleGrid>
  )
}
