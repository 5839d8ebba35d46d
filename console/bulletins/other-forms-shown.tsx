import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { type BulletinContent, smsText } from '@nguon/domain/bulletins'
import { IconCopy } from '@tabler/icons-react'
import { bulletinActWords } from '../words/bulletin-act-words.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** The short message and the lines for a board, to be copied to where they go out. */
export function OtherFormsShown({ content }: { content: Pick<BulletinContent, 'sms' | 'slide'> }) {
  const words = useWords(editorWords)
  const { copy, copied } = useWords(bulletinActWords)
  const { sms, slide } = content
  if (sms === '' && slide.length === 0) return null
  const { length, parts } = smsText(sms)
  const forms = [
    { name: words.sms, text: sms, about: words.smsParts(length, parts) },
    { name: words.slide, text: slide.join('\n'), about: null },
  ].filter(({ text }) => text !== '')
  return (
    <Panel title={words.otherForms}>
      <Stack>
        {forms.map(({ name, text, about }) => (
          <div key={name}>
            <Text fw={600}>{name}</Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
            <Group mt="xs">
              <CopyButton value={text}>
                {state => (
                  <Button
                    variant="default"
                    aria-label={`${copy}: ${name}`}
                    leftSection={<IconCopy aria-hidden size={20} />}
                    onClick={state.copy}
                  >
                    {state.copied ? copied : copy}
                  </Button>
                )}
              </CopyButton>
              {about && (
                <Text size="sm" c="var(--ink-soft)">
                  {about}
                </Text>
              )}
            </Group>
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
