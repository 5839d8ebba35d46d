import { Button, Group, Stack, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import type { UnitId } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { slotWords } from '../words/slot-words.ts'
import { useState } from 'react'
import type { TimetableData } from '../schedule/timetable-data.ts'

type Collision = TimetableData['collisions'][number]

/** Priority slots that want the same time here: who goes first now, why, and the unit's own choice, which it may change. */
export function DecideOrder({ collision, unitId }: { collision: Collision; unitId: UnitId }) {
  const words = useWords(slotWords)
  const language = useLanguage()
  const now = useNow()
  const queries = useQueryClient()
  const { nameOf } = useUnits()
  const { actor, unit } = useWorkplace()
  const [wanted, setWanted] = useState<Collision['winner'] | null>(null)
  const { winner, loser, startsAt, decided, reason } = collision
  const decide = useMutation(
    api.schedule.decideOrder.mutationOptions({
      onSuccess: async () => {
        if (wanted) toast(words.chosenFirst(wanted.title))
        setWanted(null)
        await queries.invalidateQueries({ queryKey: api.schedule.key() })
      },
    }),
  )
  const other = wanted?.slotId === winner.slotId ? loser : winner
  return (
    <Panel tone="caution" title={words.collision} aside={decided && <StatusTag>{words.collisionDecided}</StatusTag>}>
      <Stack gap="sm">
        <Text className="tabular">
          {writeNear(startsAt, now, language)}. {words.collisionNow} {reason[language]}
        </Text>
        <ul>
          {[winner, loser].map(({ slotId, title, unitId: owner }) => (
            <li key={slotId}>
              <Link to={`/lich-phat/${slotId}`}>{title}</Link> ({nameOf(owner)})
            </li>
          ))}
        </ul>
        {maySchedule(actor, unit.path) && (
          <Group gap="xs">
            {[winner, loser].map(slot => (
              <Button
                key={slot.slotId}
                variant={slot === winner ? 'light' : 'default'}
                aria-pressed={slot === winner}
                h="auto"
                mih={48}
                py={8}
                styles={{ label: { whiteSpace: 'normal' } }}
                onClick={() => setWanted(slot)}
              >
                {words.goesFirst(slot.title)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      <ConsequenceDialog
        opened={wanted !== null}
        title={words.collision}
        consequences={[{ text: words.orderFirst(wanted?.title ?? '') }, { text: words.orderThen(other.title) }]}
        confirm={words.orderConfirm}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() => wanted && decide.mutate({ unitId, slotIds: [wanted.slotId, other.slotId] })}
        onClose={() => setWanted(null)}
      />
    </Panel>
  )
}
