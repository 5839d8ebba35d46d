import { Stack, Text } from '@mantine/core'
import type { FieldChange } from '@nguon/domain/bulletins'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import { ChangedText } from './changed-text.tsx'

type FieldName = keyof (typeof approvalWords)['vi']['fields']

/** The fields in which two versions differ, each with what it was and what it is. */
export function ChangedFields({ fields }: { fields: readonly FieldChange[] }) {
  const words = useWords(approvalWords)
  return (
    <Stack>
      {fields.map(({ field, before, after, changes }) => (
        <div key={field}>
          <Text fw={600}>{words.fields[field.split('.').at(-1) as FieldName] ?? field}</Text>
          <ChangedText
            changes={
              changes ?? [
                { kind: 'removed', text: shown(before) },
                { kind: 'same', text: ' ' },
                { kind: 'added', text: shown(after) },
              ]
            }
          />
        </div>
      ))}
    </Stack>
  )
}

/** Values that are no prose, short enough to compare. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
