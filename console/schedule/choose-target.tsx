import { MultiSelect, Radio, Stack } from '@mantine/core'
import { Panel } from '@nguon/design'
import { descendantsOf, displayName, unitTitle } from '@nguon/domain/territory'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import type { SlotForm } from './slot-form.ts'
import type { StoredSlot } from './timetable-data.ts'

export function ChooseTarget({
  form,
  change,
  stored,
}: {
  form: SlotForm
  change: (values: Partial<SlotForm>) => void
  stored?: StoredSlot
}) {
  const words = useWords(scheduleWords)
  const { unit } = useWorkplace()
  const { tree, nameOf, query } = useUnits()
  const unitId = stored?.slot.unitId ?? unit.unitId
  const whole = tree.units.get(unitId)
  const below = descendantsOf(tree, unitId)
  const initial = stored && form.where === 'kept'
  return (
    <Panel title={words.where}>
      <Stack>
        <Radio.Group aria-label={words.where} value={form.where} onChange={value => change({ where: value })}>
          <Stack gap="sm">
            <Radio value="unit" label={words.wholeUnit(whole ? unitTitle(whole) : '')} />
            <Radio value="villages" label={words.villages} disabled={below.length === 0} />
            {initial && <Radio value="kept" label={words.keptTarget} />}
          </Stack>
        </Radio.Group>
        {form.where === 'villages' && (
          <MultiSelect
            label={words.chooseVillages}
            searchable
            limit={100}
            data={below.map(unit => ({
              value: unit.unitId,
              label:
                unit.parentId === unitId || unit.parentId === null
                  ? displayName(unit)
                  : `${displayName(unit)}, ${nameOf(unit.parentId)}`,
            }))}
            value={[...form.villages]}
            onChange={values => change({ villages: values })}
          />
        )}
        <ProblemNotice error={query.error} />
      </Stack>
    </Panel>
  )
}
