import { Button, FileButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { MediaItem } from '@nguon/domain/media'
import type { Sha256 } from '@nguon/domain/platform'
import { IconMicrophone, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkplace } from '../shell/workplace.tsx'
import { SoundPlayer } from '../voice/sound-player.tsx'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { Recorder } from './recorder.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'

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
  const { me } = useWorkplace()
  const [recording, setRecording] = useState(false)
  const [speakerName, setSpeakerName] = useState(me.account.name)
  const [item, setItem] = useState<MediaItem | null>(null)
  const upload = useUpload(ready => {
    setItem(ready)
    if (ready.sha256) onChange(ready.sha256)
  })
  const send = (file: File, source: MediaItem['source']) =>
    void upload.start({ file, kind: 'sound', source, title: title || file.name, speakerName })
  return (
    <Stack>
      {sha256 !== null && (
        <>
          <Text fw={600}>{words.recorded}</Text>
          <SoundPlayer
            sha256={sha256}
            seconds={item?.sha256 === sha256 ? (item.seconds ?? 0) : 0}
            peaks={item?.sha256 === sha256 ? item.waveform : null}
            label={words.recorded}
          />
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
          <FileButton accept="audio/*,.mp3,.wav,.m4a,.ogg,.flac" onChange={file => file && send(file, 'upload')}>
            {props => (
              <Button variant="default" leftSection={<IconUpload aria-hidden size={22} />} {...props}>
                {words.chooseSound}
              </Button>
            )}
          </FileButton>
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
          <TextInput
            label={words.speakerName}
            value={speakerName}
            onChange={event => setSpeakerName(event.currentTarget.value)}
          />
          <Recorder
            fileName="thu-am.wav"
            onFinish={file => {
              setRecording(false)
              send(file, 'recording')
            }}
          />
        </Stack>
      </Modal>
    </Stack>
  )
}
