import { TextInput } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

/** Six digits from the phone, or a recovery code. */
export function CodeInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useWords(identityWords)
  return (
    <TextInput
      label={words.code}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={14}
      autoFocus
      styles={{ input: { fontSize: 24, letterSpacing: '0.2em', fontVariantNumeric: 'tabular-nums' } }}
    />
  )
}

/** Whether what was typed could be a code at all. */
export function isCode(text: string): boolean {
  return /^(\d{6}|[a-z0-9]{10})$/i.test(text.replaceAll(/[\s-]/g, ''))
}
