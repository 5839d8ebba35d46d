import { Text } from '@mantine/core'
import type { Sha256, UnitId } from '@nguon/domain/platform'
import { useWords } from '../words/define-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { useSoundOf } from './use-sound-of.ts'

/** Whose voice it is, and the royalty line, as the library of the unit has them. */
export function SpeakerOf({ sha256, unitId }: { sha256: Sha256; unitId: UnitId }) {
  const words = useWords(libraryWords)
  const { royaltyLine } = useWords(mediaWords)
  const item = useSoundOf(sha256, unitId)
  if (!item) return null
  return (
    <Text c="var(--ink-soft)" mt={4}>
      {[item.speakerName && words.readBy(item.speakerName), item.royaltyLine && `${royaltyLine}: ${item.royaltyLine}`]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  )
}
