import { Button, Group, Modal, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { type BulletinContent, contentDifference, textDifference } from '@nguon/domain/bulletins'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useLanguage } from '../words/language.ts'
import { withText } from './blank-content.ts'
import { ChangedFields } from '../bulletins/changed-fields.tsx'
import { ChangedText } from '../bulletins/changed-text.tsx'

/** Two people wrote at once. Both versions stand side by side; what is saved is chosen or written by the person. */
export function StaleDialog({
  mine,
  theirs,
  onResolve,
}: {
  mine: BulletinContent
  theirs: BulletinDetails
  onResolve: (merged: BulletinContent) => Promise<void>
}) {
  const words = useWords(editorWords)
  const language = useLanguage()
  const now = useNow()
  const [own, other] = [mine.texts[0], theirs.content.texts[0]]
  const [merged, setMerged] = useState({ title: own.title, body: own.body })
  const [rest, setRest] = useState<'mine' | 'theirs'>('mine')
  const written = [`${own.language}.title`, `${own.language}.body`]
  const others = contentDifference(mine, theirs.content).filter(({ field }) => !written.includes(field))
  const resolve = useMutation({
    mutationFn: () => {
      const base = rest === 'mine' ? mine : theirs.content
      return onResolve(withText(base, 0, { ...base.texts[0], ...merged }))
    },
  })
  const fields = [
    { name: 'title', label: words.title, rows: 1 },
    { name: 'body', label: words.body, rows: 6 },
  ] as const
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} closeOnEscape={false} size="xl" title={words.staleTitle}>
      <Stack>
        <Text>{words.staleLead(theirs.writerName, writeNear(theirs.updatedAt, now, language))}</Text>
        {fields.map(({ name, label, rows }) => (
          <Panel key={name} title={label}>
            {own[name] === other[name] ? (
              <Text c="var(--ink-soft)">{words.sameHere}</Text>
            ) : (
              <Stack>
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <div>
                    <Text fw={600}>{words.mine}</Text>
                    <Text style={{ whiteSpace: 'pre-wrap' }}>{own[name]}</Text>
                    <Button mt="xs" variant="default" onClick={() => setMerged({ ...merged, [name]: own[name] })}>
                      {words.takeMine}
                    </Button>
                  </div>
                  <div>
                    <Text fw={600}>{words.theirs(theirs.writerName)}</Text>
                    <ChangedText changes={textDifference(own[name], other[name])} />
                    <Button mt="xs" variant="default" onClick={() => setMerged({ ...merged, [name]: other[name] })}>
                      {words.takeTheirs}
                    </Button>
                  </div>
                </SimpleGrid>
                <Textarea
                  label={words.merged}
                  minRows={rows}
                  maxRows={16}
                  value={merged[name]}
                  onChange={event => setMerged({ ...merged, [name]: event.currentTarget.value })}
                />
              </Stack>
            )}
          </Panel>
        ))}
        {others.length > 0 && (
          <Panel title={words.otherFields}>
            <ChangedFields fields={others} />
            <Radio.Group
              mt="md"
              label={words.otherFieldsChoice}
              value={rest}
              onChange={value => setRest(value === 'theirs' ? 'theirs' : 'mine')}
            >
              <Stack gap="xs" mt="xs">
                <Radio value="mine" label={words.mine} />
                <Radio value="theirs" label={words.theirs(theirs.writerName)} />
              </Stack>
            </Radio.Group>
          </Panel>
        )}
        <ProblemNotice error={resolve.error} />
        <Group justify="flex-end">
          <Button loading={resolve.isPending} onClick={() => resolve.mutate()}>
            {words.saveMerged}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
