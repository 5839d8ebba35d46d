import { TextInput } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'

/** Who is heard, and what stands for it on the royalty sheet (nhuận bút, thù lao). */
export interface Credits {
  readonly speakerName: string
  readonly royaltyLine: string
}

export function SoundCredits({ credits, onChange }: { credits: Credits; onChange: (credits: Credits) => void }) {
  const words = useWords(mediaWords)
  return (
    <>
      <TextInput
        label={words.speakerName}
        maxLength={200}
        value={credits.speakerName}
        onChange={event => onChange({ ...credits, speakerName: event.currentTarget.value })}
      />
      <TextInput
        label={words.royaltyLine}
        description={words.royaltyHint}
        maxLength={300}
        value={credits.royaltyLine}
        onChange={event => onChange({ ...credits, royaltyLine: event.currentTarget.value })}
      />
    </>
  )
}
