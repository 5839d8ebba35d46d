import { Button, Group, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { type BulletinContent, textDifference } from '@nguon/domain/bulletins'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useLanguage } from '../words/language.ts'
import { withText } from './blank-content.ts'
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
  const resolve = useMutation({ mutationFn: () => onResolve(withText(mine, 0, { ...own, ...merged })) })
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
        <Text size="sm" c="var(--ink-soft)">
          {words.otherFieldsKept}
        </Text>
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
