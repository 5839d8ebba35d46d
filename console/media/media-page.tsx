import { Button, Group, Text } from '@mantine/core'
import { FactList, Panel, StatusTag } from '@nguon/design'
import { mayWriteBulletins } from '@nguon/domain/bulletins'
import { mayKeepMedia, type MediaItem, type MediaItemId } from '@nguon/domain/media'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../api/client.ts'
import { fetchFromServer } from '../api/fetch-from-server.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant, writeNumber, writeSeconds } from '../time/local-time.ts'
import { SoundPlayer } from '../voice/sound-player.tsx'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { libraryWords } from '../words/library-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { refusalSentence } from '../words/refusal-sentence.ts'
import { blankContent, withText } from '../writing/blank-content.ts'
import { CutSound } from './cut-sound.tsx'
import { EditMedia } from './edit-media.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'

/** One file of the library: what it is, what is said of it, and what can be made of it. */
export function MediaPage() {
  const words = useWords(libraryWords)
  const id = useParams()['mediaId'] as MediaItemId
  const { actor, unit } = useWorkplace()
  const query = useQuery(
    api.media.read.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data?.state === 'preparing' ? 1000 : false),
    }),
  )
  return (
    <Loaded query={query}>
      {item => (
        <Screen
          title={item.title}
          lead={
            <StatusTag tone={item.state === 'ready' ? 'good' : item.state === 'refused' ? 'bad' : 'accent'}>
              {words.states[item.state]}
            </StatusTag>
          }
          back={{ to: '/thu-vien', label: words.toList }}
          action={
            <>
              {mayKeepMedia(actor, unit.path) && <EditMedia item={item} />}
              {item.state === 'ready' && mayWriteBulletins(actor, unit.path) && <UseInBulletin item={item} />}
            </>
          }
        >
          <What item={item} />
          {item.kind === 'sound' && item.sha256 !== null && mayKeepMedia(actor, unit.path) && <CutAgain item={item} />}
          <About item={item} />
        </Screen>
      )}
    </Loaded>
  )
}

function What({ item }: { item: MediaItem }) {
  const words = useWords(libraryWords)
  const language = useLanguage()
  if (item.refusal) {
    return (
      <Text role="alert" c="var(--alert-ink)">
        {refusalSentence(item.refusal, language)}
      </Text>
    )
  }
  if (item.sha256 === null) return null
  return (
    <Panel>
      {item.kind === 'sound' && (
        <SoundPlayer sha256={item.sha256} seconds={item.seconds ?? 0} peaks={item.waveform} label={item.title} />
      )}
      {item.kind === 'image' && (
        <img src={`/media/${item.sha256}`} alt={item.title} style={{ maxWidth: '100%', maxHeight: 480 }} />
      )}
      {item.kind !== 'sound' && item.kind !== 'image' && (
        <Button component="a" href={`/media/${item.sha256}`} download={item.fileName} variant="default">
          {words.download}
        </Button>
      )}
    </Panel>
  )
}

function UseInBulletin({ item }: { item: MediaItem }) {
  const words = useWords(libraryWords)
  const { me } = useWorkplace()
  const navigate = useNavigate()
  const begin = () => {
    if (item.sha256 === null) return
    const { author, penName } = { author: me.account.name, penName: me.account.penName }
    const [text] = blankContent.texts
    const content =
      item.kind === 'sound'
        ? withText(blankContent, 0, { ...text, title: item.title, recordingSha256: item.sha256 })
        : {
            ...blankContent,
            attachments: [{ mediaSha256: item.sha256, kind: item.kind, title: item.title, description: '' }],
          }
    void navigate('/tin/moi/viet', { state: { content: { ...content, author, penName } } })
  }
  return <Button onClick={begin}>{words.useInBulletin}</Button>
}

/** Makes another sound of this one; this one stays as it is. */
function CutAgain({ item }: { item: MediaItem }) {
  const words = useWords(libraryWords)
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [credits, setCredits] = useState({ speakerName: item.speakerName, royaltyLine: item.royaltyLine })
  const upload = useUpload(made => {
    toast(words.cutConsequence)
    void navigate(`/thu-vien/${made.id}`)
  })
  const open = useMutation({
    mutationFn: async () => (await fetchFromServer(`/media/${item.sha256}`)).blob(),
    onSuccess: sound => setFile(new File([sound], item.fileName, { type: sound.type, lastModified: Date.now() })),
  })
  return (
    <Group>
      <ProblemNotice error={open.error} />
      <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
      {upload.state.step === 'idle' && (
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          {words.cut}
        </Button>
      )}
      <CutSound
        file={file}
        credits={credits}
        onCredits={setCredits}
        onClose={() => setFile(null)}
        onTake={cut => {
          setFile(null)
          if (file) void upload.start({ ...credits, cut, file, kind: 'sound', source: item.source, title: item.title })
        }}
      />
    </Group>
  )
}

function About({ item }: { item: MediaItem }) {
  const words = useWords(libraryWords)
  const media = useWords(mediaWords)
  const language = useLanguage()
  return (
    <Panel>
      <FactList
        facts={[
          [media.speakerName, item.speakerName],
          [media.royaltyLine, item.royaltyLine],
          [words.duration, item.seconds === null ? null : writeSeconds(item.seconds, language)],
          [
            words.loudness,
            item.loudnessLufs === null
              ? null
              : words.lufs(writeNumber(Math.round(item.loudnessLufs * 10) / 10, language)),
          ],
          [
            words.size,
            item.bytes === null
              ? null
              : words.megabytes(writeNumber(Math.max(0.01, Math.round(item.bytes / 10_486) / 100), language)),
          ],
          [words.source, words.sources[item.source]],
          [words.scan, item.scan && words.scans[item.scan]],
          [words.fileName, item.fileName],
          [words.owner, item.ownerName],
          [words.added, writeInstant(item.createdAt)],
        ]}
      />
    </Panel>
  )
}
