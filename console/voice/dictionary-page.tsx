import { Button, Stack } from '@mantine/core'
import { Row } from '@nguon/design'
import { mayKeepDictionary } from '@nguon/domain/voice'
import { IconPlus, IconVocabulary } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { dictionaryWords } from '../words/dictionary-words.ts'
import { type Asked, DictionaryEntryDialog } from './dictionary-entry-dialog.tsx'
import { SpokenNotice } from './spoken-notice.tsx'

/** How the unit and those above it want words to be spoken. */
export function DictionaryPage() {
  const words = useWords(dictionaryWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { read, change, clear, isFiltering } = useAddressFilter(['tim'])
  const search = read('tim')
  const entries = useInfiniteQuery(
    api.voice.dictionary.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, ...(search && { search }) }),
      ...byPages,
    }),
  )
  const add = mayKeepDictionary(actor, unit.path) && (
    <Button leftSection={<IconPlus aria-hidden size={22} />} onClick={() => setAsked({})}>
      {words.add}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={add}>
      <Stack>
        <SpokenNotice />
        <SearchField label={words.search} hint={words.search} value={search} onFind={text => change('tim', text)} />
        <ListFrame
          label={words.title}
          query={entries}
          empty={{ title: words.emptyTitle, words: words.emptyWords, icon: <IconVocabulary size={34} />, action: add }}
          filter={{ isFiltering, clear, nothing: { title: words.nothingFound }, undo: words.showAll }}
          row={entry => {
            const mayKeep = entry.unitId === unit.unitId && mayKeepDictionary(actor, unit.path)
            return (
              <Row
                key={entry.id}
                title={`${entry.written} → ${entry.spoken}`}
                about={words.about(nameOf(entry.unitId), entry.changedBy)}
                end={
                  mayKeep && (
                    <Button
                      variant="default"
                      aria-label={`${words.change}: ${entry.written}`}
                      onClick={() => setAsked({ entry })}
                    >
                      {words.change}
                    </Button>
                  )
                }
              />
            )
          }}
        />
      </Stack>
      <DictionaryEntryDialog asked={asked} onClose={() => setAsked(null)} />
    </Screen>
  )
}
