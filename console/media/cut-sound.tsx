import { Button, Checkbox, Group, Modal, RangeSlider, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { writeClock } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { SoundCredits, type Credits } from './sound-credits.tsx'
import type { UploadWish } from './use-upload.ts'

const fadeSeconds = 1
const step = 0.1

/** A file somebody chose, before it is sent: who speaks in it, which part is taken, whether it fades. */
export function CutSound({
  file,
  credits,
  onCredits,
  onTake,
  onClose,
}: {
  file: File | null
  credits: Credits
  onCredits: (credits: Credits) => void
  onTake: (cut: NonNullable<UploadWish['cut']>) => void
  onClose: () => void
}) {
  const words = useWords(mediaWords)
  const { close } = useWords(shellWords)
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      title={words.cutTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': close }}
    >
      {file && (
        <Stack>
          <SoundCredits credits={credits} onChange={onCredits} />
          <Part key={file.name} file={file} onTake={onTake} />
        </Stack>
      )}
    </Modal>
  )
}

function Part({ file, onTake }: { file: File; onTake: (cut: NonNullable<UploadWish['cut']>) => void }) {
  const words = useWords(mediaWords)
  const [address, setAddress] = useState('')
  const [seconds, setSeconds] = useState(0)
  const [part, setPart] = useState<[number, number]>([0, 0])
  const [fades, setFades] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const measured = (duration: number) => {
    if (!Number.isFinite(duration)) return
    setSeconds(duration)
    setPart([0, duration])
  }
  const [from, until] = part
  const take = () =>
    onTake({
      ...(from > 0 ? { fromSeconds: from } : {}),
      ...(seconds > 0 && until < seconds ? { toSeconds: until } : {}),
      ...(fades ? { fadeInSeconds: fadeSeconds, fadeOutSeconds: fadeSeconds } : {}),
    })
  return (
    <>
      {address && (
        <audio
          controls
          src={`${address}${seconds > 0 ? `#t=${from},${until}` : ''}`}
          aria-label={words.listenPart}
          style={{ width: '100%' }}
          onLoadedMetadata={event => seconds === 0 && measured(event.currentTarget.duration)}
        />
      )}
      {seconds > 0 && (
        <div>
          <Text fw={500} mb={4}>
            {words.part(writeClock(from), writeClock(until))}
          </Text>
          <RangeSlider
            label={null}
            min={0}
            max={seconds}
            step={step}
            minRange={1}
            value={part}
            onChange={setPart}
            thumbFromLabel={words.partFrom}
            thumbToLabel={words.partUntil}
          />
        </div>
      )}
      <Checkbox label={words.fades} checked={fades} onChange={event => setFades(event.currentTarget.checked)} />
      <Group justify="flex-end">
        <Button onClick={take}>{words.takeSound}</Button>
      </Group>
    </>
  )
}
