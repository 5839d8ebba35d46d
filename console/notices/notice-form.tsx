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
import { keep, readKept } from '../kept.ts'
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
  const { me, unit } = useWorkplace()
  const kept = `nguon.notice.${me.account.id}.${template.id}`
  const [values, setValues] = useState(() => readValues(kept))
  const write = (id: string, value: string) => {
    const written = { ...values, [id]: value }
    setValues(written)
    keep(kept, JSON.stringify(written))
  }
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
    const { title, summary, body, sms, slide } = composeNotice(template, values, { unit: unit.name })
    const content: BulletinContent = {
      ...blankContent,
      author: me.account.name,
      penName: me.account.penName,
      class: template.class,
      topicId: template.topicId,
      place: values['where'] ?? '',
      sms: sms.text,
      slide,
      texts: [{ ...blankText('vi'), title, summary, body }],
    }
    keep(kept, null)
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
                onChange={value => write(field.id, value)}
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

/** What was filled in on this machine and not used yet: a closed page costs nothing. */
function readValues(name: string): NoticeValues {
  try {
    const values = JSON.parse(readKept(name) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
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
