import { TextInput } from '@mantine/core'
import { DateInput, TimePicker } from '@mantine/dates'
import type { NoticeFault, NoticeTemplate } from '@nguon/domain/bulletins'
import type { Day } from '@nguon/domain/platform'
import { writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** One field of a notice, by what it holds. */
export function NoticeFieldInput({
  field,
  value,
  fault,
  onChange,
}: {
  field: NoticeTemplate['fields'][number]
  value: string
  fault: NoticeFault['reason'] | undefined
  onChange: (value: string) => void
}) {
  const words = useWords(editorWords)
  const given = {
    id: `truong-${field.id}`,
    label: field.label,
    required: field.required,
    error: fault && words.fault[fault],
  }
  if (field.kind === 'date') {
    return (
      <DateInput
        {...given}
        valueFormat="DD/MM/YYYY"
        placeholder={writeDay(field.example as Day)}
        value={value === '' ? null : value}
        onChange={day => onChange(day ?? '')}
        clearable={!field.required}
      />
    )
  }
  if (field.kind === 'time') {
    // The browser's own field follows the machine's country, and may ask for AM and PM.
    return (
      <TimePicker
        {...given}
        format="24h"
        value={value}
        onChange={onChange}
        hoursInputLabel={`${field.label}: ${words.hours}`}
        minutesInputLabel={`${field.label}: ${words.minutes}`}
      />
    )
  }
  return (
    <TextInput
      {...given}
      description={words.example(field.example)}
      inputMode={field.kind === 'phone' ? 'tel' : 'text'}
      maxLength={300}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
