import { Button, Group, Stack, Text } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { slotWords } from '../words/slot-words.ts'
import type { FirstOfTwo } from './use-save-slot.ts'

/** Two priority slots at one time: who goes first now and why, and the choice; it is written with the slot. */
export function FirstOfCollision({
  title,
  when,
  reason,
  first,
  isChosen,
  choose,
}: {
  title: string
  when: string
  reason: string
  first: FirstOfTwo
  isChosen: boolean
  choose: (first: FirstOfTwo) => void
}) {
  const words = useWords(slotWords)
  const names = { this: words.thisSlot, other: title }
  return (
    <Stack gap="xs" role="group" aria-label={words.collision}>
      <Text fw={600}>{words.collision}</Text>
      <Text size="sm" className="tabular">
        {when}. {isChosen ? words.chosenOnSave : reason}
      </Text>
      <Group gap="xs">
        {(['this', 'other'] as const).map(which => (
          <Button
            key={which}
            variant={first === which ? 'light' : 'default'}
            aria-pressed={first === which}
            h="auto"
            mih={48}
            py={8}
            styles={{ label: { whiteSpace: 'normal' } }}
            onClick={() => choose(which)}
          >
            {words.goesFirst(names[which])}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
