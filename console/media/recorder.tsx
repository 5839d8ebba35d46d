import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconMicrophone, IconPlayerPauseFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { toast } from '../shell/toast.tsx'
import { writeClock, writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { mediaWords } from '../words/media-words.ts'
import { LevelMeter } from './level-meter.tsx'
import { useRecorder } from './use-recorder.ts'

/** Thu âm: level, pause, the last part anew, listening back. */
export function Recorder({ fileName, onFinish }: { fileName: string; onFinish: (file: File) => void }) {
  const words = useWords(mediaWords)
  const language = useLanguage()
  const recorder = useRecorder()
  const { step, seconds, level, parts, error } = recorder
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  if (!window.isSecureContext) return <Alert color="caution">{words.insecure}</Alert>
  const record = () => {
    setAddress(null)
    void recorder.record()
  }
  const redo = (from?: number) => {
    setAddress(null)
    toast(words.redone(writeSeconds(recorder.redo(from), language)))
  }
  return (
    <Stack>
      <Text c="var(--ink-soft)">{words.recordLead}</Text>
      <Group justify="space-between">
        <Text fw={600} role="status">
          {step === 'recording' ? `● ${words.recording}` : step === 'paused' ? words.paused : ''}
        </Text>
        <Text className="tabular" fz={28} fw={600}>
          {writeClock(seconds)}
        </Text>
      </Group>
      <LevelMeter level={level} running={step === 'recording'} />
      {error !== null && <Alert color="alert">{words.noMicrophone}</Alert>}
      {step === 'recording' ? (
        <Group>
          <Button leftSection={<IconPlayerPauseFilled aria-hidden size={20} />} onClick={recorder.pause}>
            {words.pause}
          </Button>
          <Button variant="default" onClick={() => redo()}>
            {words.redo}
          </Button>
        </Group>
      ) : (
        <Group>
          <Button
            variant={step === 'paused' ? 'default' : 'filled'}
            leftSection={<IconMicrophone aria-hidden size={22} />}
            onClick={record}
          >
            {step === 'paused' ? words.goOn : words.start}
          </Button>
          {step === 'paused' && (
            <>
              <Button variant="default" onClick={() => redo()}>
                {words.redo}
              </Button>
              <Button onClick={() => onFinish(recorder.file(fileName))}>{words.finish}</Button>
            </>
          )}
        </Group>
      )}
      {step === 'paused' && (
        <Group>
          <Text size="sm" c="var(--ink-soft)">
            {words.parts(parts.length)}
          </Text>
          {address === null ? (
            <Button variant="subtle" onClick={() => setAddress(URL.createObjectURL(recorder.file(fileName)))}>
              {words.listenBack}
            </Button>
          ) : (
            <audio controls autoPlay src={address} aria-label={words.listenBack} />
          )}
          <Button variant="subtle" color="alert" onClick={recorder.discard}>
            {words.discard}
          </Button>
        </Group>
      )}
      {step === 'paused' && parts.length > 1 && (
        <div role="group" aria-label={words.redoFromTitle}>
          <Text fw={500}>{words.redoFromTitle}</Text>
          <Text size="sm" c="var(--ink-soft)" mb="xs">
            {words.redoFromLead}
          </Text>
          <Group gap="xs">
            {parts.map((length, part) => (
              // oxlint-disable-next-line react/no-array-index-key -- a part is its place
              <Button key={part} variant="default" onClick={() => redo(part)}>
                {words.redoFrom(String(part + 1), writeClock(length))}
              </Button>
            ))}
          </Group>
        </div>
      )}
    </Stack>
  )
}
