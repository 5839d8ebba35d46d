import { Group, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'
import type { Citation } from '@nguon/domain/rules'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'

/** Article, number and date of the unit's own regulation: every rule has its own. */
export function CitationFields({ citation, change }: { citation: Citation; change: (citation: Citation) => void }) {
  const words = useWords(rulesWords)
  return (
    <>
      <TextInput
        label={words.article}
        description={words.articleHint}
        required
        maxLength={300}
        value={citation.article}
        onChange={event => change({ ...citation, article: event.currentTarget.value })}
      />
      <DocumentFields
        number={citation.number}
        day={citation.day}
        change={{ number: number => change({ ...citation, number }), day: day => change({ ...citation, day }) }}
      />
    </>
  )
}

/** The decision the articles stand in. */
export function DocumentFields({
  number,
  day,
  change,
}: {
  number: string
  day: Day | null
  change: { readonly number: (number: string) => void; readonly day: (day: Day | null) => void }
}) {
  const words = useWords(rulesWords)
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label={words.number}
        description={words.numberHint}
        required
        maxLength={100}
        flex="1 1 220px"
        value={number}
        onChange={event => change.number(event.currentTarget.value.replaceAll(/\s/g, ''))}
      />
      <DateInput
        label={words.day}
        valueFormat="DD/MM/YYYY"
        clearable
        flex="1 1 160px"
        value={day}
        onChange={chosen => change.day(chosen as Day | null)}
      />
    </Group>
  )
}
