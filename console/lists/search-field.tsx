import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

const pauseMilliseconds = 350

/** Searches once the typing pauses. `value` is what is searched for; changed from outside, the field follows. */
export function SearchField({
  label,
  hint,
  value,
  onFind,
}: {
  label: string
  hint: string
  value: string
  onFind: (text: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const find = useDebouncedCallback((text: string) => onFind(text.trim()), pauseMilliseconds)
  useEffect(() => setTyped(before => (before.trim() === value ? before : value)), [value])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch aria-hidden size={20} />}
      maxLength={200}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        find(event.currentTarget.value)
      }}
    />
  )
}
