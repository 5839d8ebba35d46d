import { Stack, Textarea } from '@mantine/core'
import { type BulletinContent, smsText } from '@nguon/domain/bulletins'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** The same matter as a short message and on a board. */
export function OtherForms({
  content,
  onChange,
}: {
  content: BulletinContent
  onChange: (part: Partial<BulletinContent>) => void
}) {
  const words = useWords(editorWords)
  const { length, parts } = smsText(content.sms)
  return (
    <Stack>
      <Textarea
        label={words.sms}
        description={content.sms === '' ? words.smsHint : words.smsParts(length, parts)}
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={content.sms}
        onChange={event => onChange({ sms: event.currentTarget.value })}
      />
      <Textarea
        label={words.slide}
        description={words.slideHint}
        minRows={3}
        maxRows={10}
        maxLength={3000}
        value={content.slide.join('\n')}
        onChange={event => onChange({ slide: linesOf(event.currentTarget.value) })}
      />
    </Stack>
  )
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n').slice(0, 20)
}
