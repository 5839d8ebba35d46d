import { Button, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { useState } from 'react'
import { ChangedText } from '../bulletins/changed-text.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import type { Review } from './review.ts'

type FieldName = keyof (typeof approvalWords)['vi']['fields']

/** Only what changed, when there was an approval before; the whole text otherwise. */
export function WhatToRead({ review }: { review: Review }) {
  const words = useWords(approvalWords)
  const { changedSince, bulletin, soundings } = review
  const [whole, setWhole] = useState(changedSince === null)
  const [reading, setReading] = useState(false)
  const readings = soundings.flatMap(sounding => (sounding.reading === null ? [] : [sounding.reading]))
  return (
    <>
      {changedSince && (
        <Panel title={words.changed} tone="accent">
          {changedSince.fields.length === 0 && <Text>{words.unchanged}</Text>}
          <Stack>
            {changedSince.fields.map(({ field, before, after, changes }) => (
              <div key={field}>
                <Text fw={600}>{words.fields[field.split('.').at(-1) as FieldName] ?? field}</Text>
                <ChangedText
                  changes={
                    changes ?? [
                      { kind: 'removed', text: shown(before) },
                      { kind: 'same', text: ' ' },
                      { kind: 'added', text: shown(after) },
                    ]
                  }
                />
              </div>
            ))}
          </Stack>
        </Panel>
      )}
      <Panel title={words.wholeText}>
        {whole && (
          <Stack mb="sm">
            {bulletin.content.texts.map(text => (
              <Text key={text.language} lang={text.language} style={{ whiteSpace: 'pre-wrap' }}>
                {text.body}
              </Text>
            ))}
          </Stack>
        )}
        {reading && (
          <Stack mb="sm" c="var(--ink-soft)">
            {readings.map(text => (
              <Text key={text} style={{ whiteSpace: 'pre-wrap' }}>
                {text}
              </Text>
            ))}
          </Stack>
        )}
        {changedSince && (
          <Button variant="subtle" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? words.hideWhole : words.showWhole}
          </Button>
        )}
        {readings.length > 0 && (
          <Button variant="subtle" aria-expanded={reading} onClick={() => setReading(!reading)}>
            {reading ? words.hideReading : words.showReading}
          </Button>
        )}
      </Panel>
    </>
  )
}

/** Values that are no prose, short enough to compare. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
