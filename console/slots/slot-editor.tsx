import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Day, SlotId } from '@nguon/domain/platform'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import type { StoredSlot } from '../schedule/timetable-data.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { ChooseContent } from './choose-content.tsx'
import { ChooseScope, type Scope } from './choose-scope.tsx'
import { ChooseTarget } from './choose-target.tsx'
import { ChooseTime } from './choose-time.tsx'
import classes from './slot-editor.module.css'
import { draftOf, type SlotForm } from './slot-form.ts'
import { SlotPreview, usePreview } from './slot-preview.tsx'
import { type FirstOfTwo, useSaveSlot } from './use-save-slot.ts'

/**
 * What, when and where on the left; what will happen on the right, before it is saved. `occurrence` is the day of the recurring
 * slot from which one came.
 */
export function SlotEditor({
  given,
  stored,
  occurrence = null,
}: {
  given: SlotForm
  stored?: StoredSlot
  occurrence?: Day | null
}) {
  const words = useWords(scheduleWords)
  const { unit } = useWorkplace()
  const navigate = useNavigate()
  const [form, setForm] = useState(given)
  const [scope, setScope] = useState<Scope>('all')
  const [firsts, setFirsts] = useState<ReadonlyMap<SlotId, FirstOfTwo>>(new Map())
  const change = (values: Partial<SlotForm>) => setForm(before => ({ ...before, ...values }))
  const chooseScope = (chosen: Scope) => {
    setScope(chosen)
    // The form shows what is changed: one day, or what begins on it.
    const { kind, day } = given
    change(
      chosen === 'all' || !occurrence ? { kind, day } : { kind: chosen === 'only' ? 'once' : kind, day: occurrence },
    )
  }
  const unitId = stored?.slot.unitId ?? unit.unitId
  const [settled] = useDebouncedValue(form, 300)
  const draft = draftOf(settled, unitId, stored)
  const preview = usePreview(draft, stored?.slot.id)
  const save = useSaveSlot({
    stored,
    occurrence: occurrence && scope !== 'all' ? { day: occurrence, reach: scope } : null,
    onSaved: async slotId => {
      toast(words.saved)
      await navigate(`/lich-phat/${slotId}`, { replace: true })
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
        if (mayBe) save.mutate({ draft, firsts })
      }}
    >
      <div className={classes['choices']}>
        {occurrence && stored && <ChooseScope day={occurrence} scope={scope} choose={chooseScope} />}
        <ChooseContent {...parts} unitId={unitId} />
        <ChooseTime {...parts} once={scope === 'only'} />
        <ChooseTarget {...parts} {...(stored ? { stored } : {})} />
      </div>
      <SlotPreview
        draft={draft}
        preview={preview}
        firsts={firsts}
        decide={(slotId, first) => setFirsts(before => new Map(before).set(slotId, first))}
      >
        <ProblemNotice error={save.error} />
        <Button type="submit" fullWidth disabled={!mayBe} loading={save.isPending}>
          {words.save}
        </Button>
      </SlotPreview>
    </form>
  )
}
