import { FactList, Panel, StatusTag } from '@nguon/design'
import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { writeSeconds } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'
import { writeRecurrence } from './write-recurrence.ts'

export function SlotFacts({ slot, cancelled, bulletinIds }: StoredSlot) {
  const words = useWords(scheduleWords)
  const { classes } = useWords(bulletinWords)
  const language = useLanguage()
  const { nameOf } = useUnits()
  const bulletins = useQueries({
    queries: bulletinIds.map(id => api.bulletins.read.queryOptions({ input: { id } })),
  })
  const { units, groups, devices, except } = slot.target
  const where = [
    ...units.map(nameOf),
    groups.length > 0 && words.targetGroups(String(groups.length)),
    devices.length > 0 && words.targetDevices(String(devices.length)),
    Object.values(except).some(list => list.length > 0) && words.targetExcept,
  ]
  return (
    <Panel
      aside={<StatusTag tone={cancelled ? 'plain' : 'good'}>{cancelled ? words.cancelled : words.active}</StatusTag>}
    >
      <FactList
        facts={[
          [words.facts.when, writeRecurrence(slot, language)],
          [words.facts.duration, writeSeconds(slot.durationSeconds, language)],
          [words.facts.target, where.filter(Boolean).join(', ')],
          [words.facts.class, classes[slot.class]],
          [words.facts.unit, nameOf(slot.unitId)],
          [
            words.facts.bulletins,
            bulletins.flatMap(({ data }) =>
              data ? (
                <div key={data.id}>
                  <Link to={`/tin/${data.id}`}>{data.content.texts[0].title}</Link>
                </div>
              ) : (
                []
              ),
            ),
          ],
          [words.preempted, words.onPreempted[slot.onPreempted]],
        ]}
      />
    </Panel>
  )
}
