import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { bulletinClasses, bulletinStates } from '@nguon/domain/bulletins'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import styles from './bulletin-filter.module.css'
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
  const [open, setOpen] = useState(Boolean(filter.state ?? filter.topicId ?? filter.class))
  const [search, setSearch] = useState(filter.search ?? '')
  const find = useDebouncedCallback((text: string) => change('search', text.trim()), 350)
  const topicChoices = useTopicChoices()
  return (
    <div className={styles['filter']} data-open={open || undefined}>
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
      <Button
        variant="default"
        className={styles['toggle'] ?? ''}
        aria-expanded={open}
        leftSection={<IconAdjustmentsHorizontal aria-hidden size={20} />}
        onClick={() => setOpen(!open)}
      >
        {words.filter}
      </Button>
      <Select
        className={styles['choice'] ?? ''}
        aria-label={words.state}
        placeholder={words.allStates}
        clearable
        data={bulletinStates.map(state => ({ value: state, label: words.states[state] }))}
        value={filter.state ?? null}
        onChange={value => change('state', value)}
      />
      <Select
        className={styles['choice'] ?? ''}
        aria-label={words.topic}
        placeholder={words.allTopics}
        clearable
        searchable
        data={topicChoices}
        value={filter.topicId ?? null}
        onChange={value => change('topicId', value)}
      />
      <Select
        className={styles['choice'] ?? ''}
        aria-label={words.class}
        placeholder={words.allClasses}
        clearable
        data={bulletinClasses.map(name => ({ value: name, label: words.classes[name] }))}
        value={filter.class ?? null}
        onChange={value => change('class', value)}
      />
    </div>
  )
}
