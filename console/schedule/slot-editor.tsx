import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { ChooseContent } from './choose-content.tsx'
import { ChooseTarget } from './choose-target.tsx'
import { ChooseTime } from './choose-time.tsx'
import { draftOf, type SlotForm } from './slot-form.ts'
import { SlotPreview, usePreview } from './slot-preview.tsx'
import classes from './timetable.module.css'
import type { StoredSlot } from './timetable-data.ts'

/** What, when and where on the left; what will happen on the right, before it is saved. */
export function SlotEditor({ given, stored }: { given: SlotForm; stored?: StoredSlot }) {
  const words = useWords(scheduleWords)
  const { unit } = useWorkplace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [form, setForm] = useState(given)
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const change = (values: Partial<SlotForm>) => setForm(before => ({ ...before, ...values }))
  const unitId = stored?.slot.unitId ?? unit.unitId
  const [settled] = useDebouncedValue(form, 300)
  const draft = draftOf(settled, unitId, stored)
  const slotId = stored?.slot.id
  const preview = usePreview(draft, slotId)
  const save = useMutation({
    mutationFn: async () => {
      const now = draftOf(form, unitId, stored)
      if (!now) throw new Error('an incomplete slot was to be saved')
      return stored
        ? await client.schedule.update({ ...now, slotId: stored.slot.id, version: stored.version })
        : await client.schedule.create({ ...now, idempotencyKey })
    },
    onSuccess: async saved => {
      await queries.invalidateQueries({ queryKey: api.schedule.key() })
      toast(words.saved)
      await navigate(`/lich-phat/${saved.slot.id}`, { replace: true })
    },
  })
  const parts = { form, change }
  const settling = settled !== form || preview.isPlaceholderData
  const mayBe = draft !== null && !settling && preview.data?.refusals.length === 0
  return (
    <form
      className={classes['editor']}
      onSubmit={event => {
        event.preventDefault()
        if (mayBe) save.mutate()
      }}
    >
      <div className={classes['choices']}>
        <ChooseContent {...parts} unitId={unitId} />
        <ChooseTime {...parts} />
        <ChooseTarget {...parts} {...(stored ? { stored } : {})} />
      </div>
      <SlotPreview draft={draft} preview={preview}>
        <ProblemNotice error={save.error} />
        <Button type="submit" fullWidth disabled={!mayBe} loading={save.isPending}>
          {words.save}
        </Button>
      </SlotPreview>
    </form>
  )
}
