import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { bulletinClasses, bulletinStates } from '@nguon/domain/bulletins'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import type { BulletinFilterValues } from './use-bulletin-filter.ts'
import { useTopicChoices } from './use-topic-choices.ts'

export function BulletinFilter({
  filter,
  change,
}: {
  filter: BulletinFilterValues
  change: (name: keyof BulletinFilterValues, value: string | null) => void
}) {
  const words = useWords(bulletinWords)
  const [search, setSearch] = useState(filter.search ?? '')
  const find = useDebouncedCallback((text: string) => change('search', text.trim()), 350)
  const topicChoices = useTopicChoices()
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={search}
        onChange={event => {
          setSearch(event.currentTarget.value)
          find(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={words.state}
        placeholder={words.allStates}
        clearable
        data={bulletinStates.map(state => ({ value: state, label: words.states[state] }))}
        value={filter.state ?? null}
        onChange={value => change('state', value)}
      />
      <Select
        aria-label={words.topic}
        placeholder={words.allTopics}
        clearable
        searchable
        data={topicChoices}
        value={filter.topicId ?? null}
        onChange={value => change('topicId', value)}
      />
      <Select
        aria-label={words.class}
        placeholder={words.allClasses}
        clearable
        data={bulletinClasses.map(name => ({ value: name, label: words.classes[name] }))}
        value={filter.class ?? null}
        onChange={value => change('class', value)}
      />
    </SimpleGrid>
  )
}
