import { Button, Collapse, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type BulletinContent, bulletinClasses, isSpoken } from '@nguon/domain/bulletins'
import { addDays, type Day } from '@nguon/domain/platform'
import { useState } from 'react'
import { localDay, startOfDay } from '../time/local-time.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useTopicChoices } from '../bulletins/use-topic-choices.ts'

/** What one chooses: whether what is spoken is a text or a recording follows from its voice. */
const writtenKinds = ['text', 'image', 'video', 'document'] as const

/** What the bulletin is about and whom it concerns; what is rarely needed is folded away. */
export function AboutFields({
  content,
  onChange,
}: {
  content: BulletinContent
  onChange: (part: Partial<BulletinContent>) => void
}) {
  const words = useWords(editorWords)
  const { classes } = useWords(bulletinWords)
  const topics = useTopicChoices()
  const rare = [content.origin, content.author, content.penName, content.place, content.concerns]
  const [more, setMore] = useState(false)
  const line = (name: 'documentNumber' | 'origin' | 'author' | 'penName' | 'place' | 'concerns') => ({
    label: words[name],
    value: content[name],
    maxLength: name === 'documentNumber' ? 100 : 200,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const lastDay = content.validUntil === null ? null : addDays(localDay(content.validUntil), -1)
  return (
    <Stack>
      <Radio.Group
        label={words.class}
        value={content.class}
        onChange={value =>
          onChange({ class: bulletinClasses.find(bulletinClass => bulletinClass === value) ?? 'normal' })
        }
      >
        <Stack gap="xs" mt="xs">
          {bulletinClasses.map(name => (
            <Radio key={name} value={name} label={classes[name]} description={words.classHint[name]} />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={words.kind}
        description={isSpoken(content.kind) ? undefined : words.silentKind}
        allowDeselect={false}
        data={writtenKinds.map(kind => ({ value: kind, label: words.kinds[kind] }))}
        value={isSpoken(content.kind) ? 'text' : content.kind}
        onChange={value => onChange({ kind: writtenKinds.find(kind => kind === value) ?? 'text' })}
      />
      <Select
        label={words.topic}
        searchable
        allowDeselect={false}
        data={topics}
        value={content.topicId}
        onChange={topicId => topicId && onChange({ topicId })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateInput
          label={words.validFrom}
          valueFormat="DD/MM/YYYY"
          clearable
          value={content.validFrom === null ? null : localDay(content.validFrom)}
          onChange={day => onChange({ validFrom: day === null ? null : startOfDay(day as Day) })}
        />
        <DateInput
          label={words.validUntil}
          valueFormat="DD/MM/YYYY"
          clearable
          value={lastDay}
          onChange={day => onChange({ validUntil: day === null ? null : startOfDay(addDays(day as Day, 1)) })}
        />
      </SimpleGrid>
      <TextInput {...line('documentNumber')} />
      <Collapse expanded={more}>
        <Stack>
          <TextInput {...line('origin')} description={words.originHint} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...line('author')} />
            <TextInput {...line('penName')} />
          </SimpleGrid>
          <TextInput {...line('place')} />
          <TextInput {...line('concerns')} description={words.concernsHint} />
        </Stack>
      </Collapse>
      <div>
        <Button variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? words.less : `${words.more}${rare.some(Boolean) ? ` (${rare.filter(Boolean).length})` : ''}`}
        </Button>
      </div>
    </Stack>
  )
}
