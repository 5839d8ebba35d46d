import { Button, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { useState } from 'react'
import { ChangedFields } from '../bulletins/changed-fields.tsx'
import { Material } from '../bulletins/material.tsx'
import { OtherFormsShown } from '../bulletins/other-forms-shown.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import type { Review } from './review.ts'

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
          <ChangedFields fields={changedSince.fields} />
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
      <OtherFormsShown content={bulletin.content} />
      <Material content={bulletin.content} />
    </>
  )
}
