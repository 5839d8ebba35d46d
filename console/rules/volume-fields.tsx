import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { bandsOf, type VolumeBand, volumesOf } from './volume-bands.ts'

type Row = Partial<VolumeBand> & { readonly key: string }

/** Hours with a loudest volume; hours in none are not limited. */
export function VolumeFields({
  value,
  change,
}: {
  value: readonly number[] | null
  change: (value: readonly number[] | null) => void
}) {
  const words = useWords(rulesWords)
  const [rows, setRows] = useState<readonly Row[]>(() =>
    bandsOf(value ?? []).map(band => ({ ...band, key: crypto.randomUUID() })),
  )
  const put = (next: readonly Row[]) => {
    setRows(next)
    const bands = next.flatMap(({ from, until, percent }) =>
      from !== undefined && until !== undefined && percent !== undefined && until > from
        ? [{ from, until, percent }]
        : [],
    )
    change(bands.length === next.length && bands.length > 0 ? volumesOf(bands) : null)
  }
  const field = (row: Row, name: 'from' | 'until' | 'percent', label: string, min: number, max: number) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      allowDecimal={false}
      w={name === 'percent' ? 200 : 110}
      value={row[name] ?? ''}
      onChange={given =>
        put(
          rows.map(other => {
            if (other.key !== row.key) return other
            const { [name]: _former, ...rest } = other
            return typeof given === 'number' ? { ...rest, [name]: Math.round(given) } : rest
          }),
        )
      }
    />
  )
  return (
    <Stack gap="md">
      {rows.map((row, index) => (
        <Group key={row.key} align="flex-end" gap="sm" role="group" aria-label={words.span(String(index + 1))}>
          {field(row, 'from', words.fromHour, 0, 23)}
          {field(row, 'until', words.untilHour, 1, 24)}
          {field(row, 'percent', words.percent, 0, 100)}
          <Button
            variant="default"
            px="sm"
            aria-label={words.removeSpan(String(index + 1))}
            onClick={() => put(rows.filter(other => other.key !== row.key))}
          >
            <IconTrash aria-hidden size={20} />
          </Button>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={20} />}
          onClick={() => put([...rows, { key: crypto.randomUUID(), from: 20, until: 22, percent: 60 }])}
        >
          {words.addSpan}
        </Button>
      </Group>
      <Text size="sm" c="var(--ink-soft)">
        {words.elsewhere}
      </Text>
    </Stack>
  )
}
