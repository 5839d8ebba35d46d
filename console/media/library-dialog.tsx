import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { EmptyState, Row, RowList } from '@nguon/design'
import type { MediaKind } from '@nguon/domain/media'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { MoreButton } from '../shell/more-button.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant, writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'

export type LibraryItem = Awaited<ReturnType<typeof client.media.list>>['items'][number]

/** What the unit has kept, newest first, to be taken into a bulletin again. */
export function LibraryDialog({
  opened,
  kind,
  onTake,
  onClose,
}: {
  opened: boolean
  /** Left out: everything but sounds. */
  kind?: MediaKind
  onTake: (item: LibraryItem) => void
  onClose: () => void
}) {
  const words = useWords(mediaWords)
  const { close } = useWords(shellWords)
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={words.library} closeButtonProps={{ 'aria-label': close }}>
      {opened && <Library {...(kind ? { kind } : {})} onTake={onTake} />}
    </Modal>
  )
}

function Library({ kind, onTake }: { kind?: MediaKind; onTake: (item: LibraryItem) => void }) {
  const words = useWords(mediaWords)
  const { unit } = useWorkplace()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 350)
  const found = useInfiniteQuery(
    api.media.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        unitId: unit.unitId,
        limit: 20,
        ...(kind ? { kind } : {}),
        ...(search ? { search } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Stack>
      <TextInput
        type="search"
        data-autofocus
        aria-label={words.librarySearch}
        placeholder={words.librarySearch}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <Loaded query={found} lines={4}>
        {({ pages }) => {
          const items = pages
            .flatMap(page => page.items)
            .filter(item => item.state === 'ready' && (kind !== undefined || item.kind !== 'sound'))
          if (items.length === 0) return <EmptyState title={words.libraryEmpty}>{words.libraryEmptyWords}</EmptyState>
          return (
            <RowList label={words.library}>
              {items.map(item => (
                <LibraryRow key={item.id} item={item} onTake={onTake} />
              ))}
            </RowList>
          )
        }}
      </Loaded>
      <MoreButton query={found} />
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
