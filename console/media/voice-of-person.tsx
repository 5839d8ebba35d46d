import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core'
import type { MediaItem } from '@nguon/domain/media'
import type { Sha256 } from '@nguon/domain/platform'
import { IconMicrophone, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkplace } from '../shell/workplace.tsx'
import { SoundPlayer } from '../voice/sound-player.tsx'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { CutSound } from './cut-sound.tsx'
import { FromLibrary } from './from-library.tsx'
import { Recorder } from './recorder.tsx'
import { type Credits, SoundCredits } from './sound-credits.tsx'
import { useSoundOf } from './use-sound-of.ts'
import { UploadProgress } from './upload-progress.tsx'
import { type UploadWish, useUpload } from './use-upload.ts'

/** A person's voice instead of the machine's: recorded here or chosen as a file. */
export function VoiceOfPerson({
  title,
  sha256,
  onChange,
}: {
  title: string
  sha256: Sha256 | null
  onChange: (sha256: Sha256 | null) => void
}) {
  const words = useWords(mediaWords)
  const { close } = useWords(shellWords)
  const { me, unit } = useWorkplace()
  const [recording, setRecording] = useState(false)
  const [chosen, setChosen] = useState<File | null>(null)
  const [credits, setCredits] = useState<Credits>({ speakerName: me.account.name, royaltyLine: '' })
  const [item, setItem] = useState<(Pick<MediaItem, 'sha256' | 'seconds' | 'scan'> & Partial<MediaItem>) | null>(null)
  const upload = useUpload(ready => {
    setItem(ready)
    if (ready.sha256) onChange(ready.sha256)
  })
  const send = (file: File, source: MediaItem['source'], cut?: UploadWish['cut']) =>
    void upload.start({ file, kind: 'sound', source, title: title || file.name, ...credits, ...(cut ? { cut } : {}) })
  const kept = useSoundOf(sha256, unit.unitId)
  const own = item?.sha256 === sha256 ? item : kept
  return (
    <Stack>
      {sha256 !== null && (
        <>
          <Text fw={600}>{words.recorded}</Text>
          <SoundPlayer
            sha256={sha256}
            seconds={own?.seconds ?? 0}
            peaks={own?.waveform ?? null}
            label={words.recorded}
          />
          {own && (own.speakerName || own.royaltyLine) && (
            <Text c="var(--ink-soft)">{[own.speakerName, own.royaltyLine].filter(Boolean).join(' · ')}</Text>
          )}
          {own?.scan === 'unscanned' && <Text size="sm">{words.unscanned}</Text>}
        </>
      )}
      <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
      {upload.state.step === 'idle' && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconMicrophone aria-hidden size={22} />}
            onClick={() => setRecording(true)}
          >
            {words.record}
          </Button>
          <FileButton accept="audio/*,.mp3,.wav,.m4a,.ogg,.flac" onChange={setChosen}>
            {props => (
              <Button variant="default" leftSection={<IconUpload aria-hidden size={22} />} {...props}>
                {words.chooseSound}
              </Button>
            )}
          </FileButton>
          <FromLibrary
            usableAs="sound"
            onTake={taken => {
              setItem(taken)
              onChange(taken.sha256)
            }}
          />
          {sha256 !== null && (
            <Button variant="subtle" onClick={() => onChange(null)}>
              {words.useMachine}
            </Button>
          )}
        </Group>
      )}
      <Modal
        opened={recording}
        onClose={() => setRecording(false)}
        title={words.record}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': close }}
      >
        <Stack>
          <SoundCredits credits={credits} onChange={setCredits} />
          <Recorder
            fileName="thu-am.wav"
            onFinish={file => {
              setRecording(false)
              send(file, 'recording')
            }}
          />
        </Stack>
      </Modal>
      <CutSound
        file={chosen}
        credits={credits}
        onCredits={setCredits}
        onClose={() => setChosen(null)}
        onTake={cut => {
          if (chosen) send(chosen, 'upload', cut)
          setChosen(null)
        }}
      />
    </Stack>
  )
}
