import { Select } from '@mantine/core'
import { bulletinClasses, bulletinStates } from '@nguon/domain/bulletins'
import { FoldedFilter } from '../lists/folded-filter.tsx'
import { PeriodFields } from '../lists/period-fields.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnitChoices } from '../units/use-unit-choices.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import type { BulletinFilterName, useBulletinFilter } from './use-bulletin-filter.ts'
import { useTopicChoices } from './use-topic-choices.ts'

export function BulletinFilter({ filter }: { filter: ReturnType<typeof useBulletinFilter> }) {
  const words = useWords(bulletinWords)
  const { shown, change } = filter
  const { unit } = useWorkplace()
  const units = useUnitChoices(unit.unitId)
  const topics = useTopicChoices()
  const choice = (name: BulletinFilterName, label: string, all: string) => ({
    'aria-label': label,
    placeholder: all,
    clearable: true,
    onChange: (value: string | null) => change(name, value),
  })
  const { search, ...choices } = shown
  return (
    <FoldedFilter
      fold={words.filter}
      inUse={Object.values(choices).some(Boolean)}
      search={
        <SearchField label={words.search} hint={words.searchHint} value={search} onFind={text => change('tim', text)} />
      }
    >
      <Select
        {...choice('trang-thai', words.state, words.allStates)}
        data={bulletinStates.map(state => ({ value: state, label: words.states[state] }))}
        value={shown.state ?? null}
      />
      <Select
        {...choice('linh-vuc', words.topic, words.allTopics)}
        searchable
        data={topics}
        value={shown.topicId ?? null}
      />
      <Select
        {...choice('muc', words.class, words.allClasses)}
        data={bulletinClasses.map(name => ({ value: name, label: words.classes[name] }))}
        value={shown.class ?? null}
      />
      {units.length > 1 && (
        <Select
          {...choice('don-vi', words.unit, words.allUnits)}
          searchable
          limit={60}
          data={units}
          value={shown.unitId || null}
        />
      )}
      <PeriodFields
        labels={{ from: words.changedFrom, until: words.changedUntil }}
        from={shown.from}
        until={shown.until}
        onChange={(end, day) => change(end === 'from' ? 'tu' : 'den', day)}
      />
    </FoldedFilter>
  )
}
