import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import {
  type BulletinContent,
  composeNotice,
  noticeFaults,
  noticeTemplates,
  type NoticeTemplate,
  type NoticeValues,
} from '@nguon/domain/bulletins'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NotFound } from '../shell/screen-fault.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { blankContent, blankText } from '../writing/blank-content.ts'
import { NoticeFieldInput } from './notice-field-input.tsx'

/** Mẫu thông báo: fields at the left, what becomes of them at the right. */
export function NoticeForm() {
  const { template: id } = useParams()
  const template = noticeTemplates.find(template => template.id === id)
  return template ? <Fields template={template} /> : <NotFound />
}

function Fields({ template }: { template: NoticeTemplate }) {
  const words = useWords(editorWords)
  const navigate = useNavigate()
  const { unit } = useWorkplace()
  const [values, setValues] = useState<NoticeValues>({})
  const [asked, setAsked] = useState(false)
  const faults = noticeFaults(template, values)
  const shown = composeNotice(template, withExamples(template, values), { unit: unit.name })
  const use = () => {
    setAsked(true)
    const first = faults[0]
    if (first) {
      document.getElementById(`truong-${first.field}`)?.focus()
      return
    }
    const { title, summary, body } = composeNotice(template, values, { unit: unit.name })
    const content: BulletinContent = {
      ...blankContent,
      class: template.class,
      topicId: template.topicId,
      place: values['where'] ?? '',
      texts: [{ ...blankText('vi'), title, summary, body }],
    }
    void navigate('/tin/moi/viet', { state: { content } })
  }
  return (
    <Screen
      wide
      title={template.name}
      lead={template.purpose}
      back={{ to: '/tin/moi', label: words.startFrom }}
      action={<Button onClick={use}>{words.useNotice}</Button>}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel>
          <Stack>
            {template.fields.map(field => (
              <NoticeFieldInput
                key={field.id}
                field={field}
                value={values[field.id] ?? ''}
                fault={asked ? faults.find(fault => fault.field === field.id)?.reason : undefined}
                onChange={value => setValues({ ...values, [field.id]: value })}
              />
            ))}
          </Stack>
        </Panel>
        <Stack>
          <Panel title={faults.length === 0 ? words.noticePreview : words.noticeExample}>
            <Text fw={600} mb="xs">
              {shown.title}
            </Text>
            {shown.body.split('\n\n').map(paragraph => (
              <Text key={paragraph} mb="xs">
                {paragraph}
              </Text>
            ))}
          </Panel>
          <Panel title={words.sms}>
            <Text>{shown.sms.text}</Text>
            <Text size="sm" c="var(--ink-soft)" mt="xs">
              {words.smsParts(shown.sms.length, shown.sms.parts)}
            </Text>
          </Panel>
          <Panel title={words.slide}>
            {shown.slide.map(line => (
              <Text key={line}>{line}</Text>
            ))}
          </Panel>
        </Stack>
      </SimpleGrid>
    </Screen>
  )
}

/** Until everything needed is filled in, the preview reads as a whole by the examples. */
function withExamples(template: NoticeTemplate, values: NoticeValues): NoticeValues {
  return Object.fromEntries(
    template.fields.map(field => {
      const value = (values[field.id] ?? '').trim()
      return [field.id, value || (field.required ? field.example : '')]
    }),
  )
}
