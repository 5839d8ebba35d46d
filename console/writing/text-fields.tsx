import { Stack, Textarea, TextInput } from '@mantine/core'
import { type BulletinText, bulletinLanguages } from '@nguon/domain/bulletins'
import { Text } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** What is written of a bulletin in one language. */
export function TextFields({
  text,
  onChange,
}: {
  text: BulletinText
  onChange: (part: Partial<BulletinText>) => void
}) {
  const words = useWords(editorWords)
  return (
    <Stack>
      <TextInput
        label={words.title}
        description={words.titleHint}
        value={text.title}
        maxLength={300}
        lang={text.language}
        onChange={event => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={words.body}
        description={words.bodyHint}
        minRows={10}
        maxRows={26}
        value={text.body}
        maxLength={100_000}
        lang={text.language}
        onChange={event => onChange({ body: event.currentTarget.value })}
      />
      <Textarea
        label={words.summary}
        description={words.summaryHint}
        minRows={2}
        maxRows={6}
        value={text.summary}
        maxLength={2000}
        lang={text.language}
        onChange={event => onChange({ summary: event.currentTarget.value })}
      />
      {text.language !== 'vi' && text.recordingSha256 === null && (
        <Text role="note" c="var(--caution-ink)">
          {words.needsRecording(bulletinLanguages[text.language])}
        </Text>
      )}
    </Stack>
  )
}
