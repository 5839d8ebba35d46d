import { Button } from '@mantine/core'
import type { Day, Instant } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, client } from '../api/client.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { slotWords } from '../words/slot-words.ts'

/** One occurrence of a recurring slot: changed, or left out, which can be taken back. */
export function OccurrenceActs({ stored, day, startsAt }: { stored: StoredSlot; day: Day; startsAt: Instant }) {
  const words = useWords(slotWords)
  const queries = useQueryClient()
  const { slot } = stored
  const time = writeInstant(startsAt)
  const skip = useMutation({
    mutationFn: ({ version, skipped }: { version: number; skipped: boolean }) =>
      client.schedule.skip({ slotId: slot.id, day, version, skipped }),
    onSuccess: async ({ version }, { skipped }) => {
      await queries.invalidateQueries({ queryKey: api.schedule.key() })
      if (skipped) toast(words.skipped(time), () => skip.mutate({ version, skipped: false }))
      else toast(words.unskipped)
    },
    onError: toastProblem,
  })
  return (
    <>
      <Button
        component={Link}
        variant="subtle"
        px="sm"
        aria-label={words.changeThis(time)}
        to={`/lich-phat/${slot.id}/sua?buoi=${day}`}
      >
        {words.change}
      </Button>
      <Button
        variant="subtle"
        px="sm"
        c="var(--alert-ink)"
        aria-label={words.skipThis(time)}
        loading={skip.isPending}
        onClick={() => skip.mutate({ version: stored.version, skipped: true })}
      >
        {words.skip}
      </Button>
    </>
  )
}
