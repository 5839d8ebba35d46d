import { Switch } from '@mantine/core'
import type { UnitId } from '@nguon/domain/platform'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { slotWords } from '../words/slot-words.ts'

/** The unit's standing rule: it takes every normal slot of this unit above it. */
export function TakeAlways({ fromUnitId }: { fromUnitId: UnitId }) {
  const words = useWords(slotWords)
  const { unit } = useWorkplace()
  const { unitId } = unit
  const { nameOf } = useUnits()
  const queries = useQueryClient()
  const standing = useQuery(api.schedule.standingTakings.queryOptions({ input: { unitId } }))
  const save = useMutation(
    api.schedule.takeAlways.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.schedule.key() }),
    }),
  )
  return (
    <>
      <Switch
        mt="md"
        label={words.takeAlways(nameOf(fromUnitId))}
        description={words.takeAlwaysHint}
        checked={standing.data?.fromUnitIds.includes(fromUnitId) ?? false}
        disabled={!standing.data || save.isPending}
        onChange={event => save.mutate({ unitId, fromUnitId, taken: event.currentTarget.checked })}
      />
      <ProblemNotice error={standing.error ?? save.error} />
    </>
  )
}
