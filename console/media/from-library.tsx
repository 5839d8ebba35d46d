import { Button, Modal, Stack, Text } from '@mantine/core'
import { Row } from '@nguon/design'
import { IconFolder } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant, writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { libraryWords } from '../words/library-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'

type LibraryItem = Awaited<ReturnType<typeof client.media.list>>['items'][number]

interface LibraryWish {
  readonly usableAs: 'sound' | 'attachment'
  readonly onTake: (item: LibraryItem) => void
}

/** The button that opens what the unit has kept and a bulletin can take, newest first. */
export function FromLibrary({ usableAs, onTake }: LibraryWish) {
  const words = useWords(mediaWords)
  const { close } = useWords(shellWords)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconFolder aria-hidden size={22} />} onClick={() => setOpened(true)}>
        {words.fromLibrary}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={words.library}
        closeButtonProps={{ 'aria-label': close }}
      >
        {opened && (
          <Library
            usableAs={usableAs}
            onTake={item => {
              setOpened(false)
              onTake(item)
            }}
          />
        )}
      </Modal>
    </>
  )
}

function Library({ usableAs, onTake }: LibraryWish) {
  const words = useWords(mediaWords)
  const { nothingFound, clear } = useWords(libraryWords)
  const { unit } = useWorkplace()
  const [search, setSearch] = useState('')
  const found = useInfiniteQuery(
    api.media.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 20, usableAs, ...(search && { search }) }),
      ...byPages,
    }),
  )
  return (
    <Stack>
      <SearchField label={words.librarySearch} hint={words.librarySearch} value={search} onFind={setSearch} />
      <ListFrame
        label={words.library}
        query={found}
        empty={{ title: words.libraryEmpty, words: words.libraryEmptyWords }}
        filter={{
          isFiltering: search !== '',
          clear: () => setSearch(''),
          nothing: { title: nothingFound },
          undo: clear,
        }}
        row={item => <LibraryRow key={item.id} item={item} onTake={onTake} />}
      />
    </Stack>
  )
}

function LibraryRow({ item, onTake }: { item: LibraryItem; onTake: (item: LibraryItem) => void }) {
  const words = useWords(mediaWords)
  const language = useLanguage()
  const about = [
    words.kinds[item.kind],
    item.seconds !== null && writeSeconds(item.seconds, language),
    item.speakerName,
    item.royaltyLine,
    writeInstant(item.createdAt),
  ]
  return (
    <Row
      title={item.title}
      about={
        <>
          {about.filter(Boolean).join(' · ')}
          {item.scan === 'unscanned' && <Text size="sm">{words.unscanned}</Text>}
        </>
      }
      end={
        <Button variant="default" aria-label={words.takeItem(item.title)} onClick={() => onTake(item)}>
          {words.take}
        </Button>
      }
    />
  )
}
