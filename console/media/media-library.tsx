import { Button, FileButton, Select } from '@mantine/core'
import { Row, StatusTag } from '@nguon/design'
import { mayKeepMedia, mediaKinds } from '@nguon/domain/media'
import { IconBooks, IconUpload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { FoldedFilter } from '../lists/folded-filter.tsx'
import { ListFrame } from '../lists/list-frame.tsx'
import { SearchField } from '../lists/search-field.tsx'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeClock, writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { CutSound } from './cut-sound.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'

/** Every file the unit has, newest first. */
export function MediaLibrary() {
  const words = useWords(libraryWords)
  const { kinds } = useWords(mediaWords)
  const { actor, unit, me } = useWorkplace()
  const navigate = useNavigate()
  const { read, change, clear, isFiltering } = useAddressFilter(['tim', 'loai'])
  const search = read('tim')
  const kind = oneOf(mediaKinds, read('loai'))
  const [file, setFile] = useState<File | null>(null)
  const [credits, setCredits] = useState({ speakerName: me.account.name, royaltyLine: '' })
  const upload = useUpload(item => void navigate(`/thu-vien/${item.id}`))
  const found = useInfiniteQuery(
    api.media.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 30, ...(search && { search }), ...(kind && { kind }) }),
      ...byPages,
    }),
  )
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        mayKeepMedia(actor, unit.path) && (
          <FileButton accept="audio/*,.mp3,.wav,.m4a,.ogg,.flac" onChange={setFile}>
            {props => (
              <Button leftSection={<IconUpload aria-hidden size={22} />} {...props}>
                {words.uploadSound}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
      <FoldedFilter
        search={
          <SearchField
            label={words.search}
            hint={words.searchHint}
            value={search}
            onFind={text => change('tim', text)}
          />
        }
        fold={words.filter}
        inUse={kind !== undefined}
      >
        <Select
          aria-label={words.kind}
          placeholder={words.allKinds}
          clearable
          data={mediaKinds.map(value => ({ value, label: kinds[value] }))}
          value={kind ?? null}
          onChange={value => change('loai', value)}
        />
      </FoldedFilter>
      <ListFrame
        label={words.title}
        query={found}
        empty={{ icon: <IconBooks size={34} />, title: words.emptyTitle, words: words.emptyWords }}
        filter={{ isFiltering, clear, nothing: { title: words.nothingFound }, undo: words.clear }}
        row={item => (
          <Row
            key={item.id}
            link={(title, className) => (
              <Link to={`/thu-vien/${item.id}`} className={className}>
                {title}
              </Link>
            )}
            title={item.title}
            about={[
              kinds[item.kind],
              item.seconds === null ? '' : writeClock(item.seconds),
              item.speakerName,
              writeInstant(item.createdAt),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              item.state !== 'ready' && (
                <StatusTag tone={item.state === 'refused' ? 'bad' : 'accent'}>{words.states[item.state]}</StatusTag>
              )
            }
          />
        )}
      />
      <CutSound
        file={file}
        credits={credits}
        onCredits={setCredits}
        onClose={() => setFile(null)}
        onTake={cut => {
          setFile(null)
          if (file) void upload.start({ ...credits, cut, file, kind: 'sound', source: 'upload', title: file.name })
        }}
      />
    </Screen>
  )
}
