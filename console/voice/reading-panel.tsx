import { Button, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import type { BulletinText, ReadingDecision } from '@nguon/domain/bulletins'
import { type DecidedReading, mergedDecisions, type ReadingToken, tokenKey } from '@nguon/domain/voice'
import { useMemo, useState } from 'react'
import { writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { voiceWords } from '../words/voice-words.ts'
import { readingPieces } from './reading-pieces.ts'
import classes from './reading-panel.module.css'
import { TokenDecision } from './token-decision.tsx'
import { roughSeconds } from './use-reading.ts'

/** "Đọc là": what will be spoken, beside what is written. Without `decide` it is only shown. */
export function ReadingPanel({
  text,
  reading,
  decide,
}: {
  text: Pick<BulletinText, 'title' | 'body' | 'readingDecisions' | 'speed'>
  reading: DecidedReading
  decide?: (decisions: readonly ReadingDecision[]) => void
}) {
  const words = useWords(voiceWords)
  const language = useLanguage()
  const [asked, setAsked] = useState<ReadingToken | null>(null)
  const paragraphs = useMemo(() => readingPieces(reading), [reading])
  const undecided = useMemo(() => new Set(reading.undecided.map(token => token.start)), [reading])
  const open = [...new Map(reading.undecided.map(token => [tokenKey(token.source), token])).values()]
  const settled = text.readingDecisions
  return (
    <Panel
      title={words.readAs}
      aside={
        reading.text !== '' && (
          <Text size="sm" c="var(--ink-soft)">
            {words.duration(writeSeconds(Math.max(1, roughSeconds(reading, text.speed)), language))}
          </Text>
        )
      }
    >
      {reading.text === '' ? (
        <Text c="var(--ink-soft)">{words.readAsEmpty}</Text>
      ) : (
        <>
          <div role="status" className={classes['state']}>
            {open.length > 0 ? (
              <>
                <StatusTag tone="caution">{words.undecided(open.length)}</StatusTag>
                {decide && <Text size="sm">{words.undecidedLead}</Text>}
              </>
            ) : (
              <StatusTag tone="good">{words.allKnown}</StatusTag>
            )}
          </div>
          {decide && open.length > 0 && (
            <div className={classes['open']}>
              {open.map(token => (
                <Button key={token.start} variant="default" color="caution" onClick={() => setAsked(token)}>
                  {tokenKey(token.source)}
                </Button>
              ))}
            </div>
          )}
          <div className={classes['reading']} lang="vi" tabIndex={0} role="region" aria-label={words.readAs}>
            {paragraphs.map(pieces => (
              <p key={pieces[0]?.token.start}>
                {pieces.map(({ token, text: spoken, gap }) => (
                  <span key={token.start}>
                    {gap && ' '}
                    <span
                      data-open={undecided.has(token.start) || undefined}
                      data-changed={isChanged(token) || undefined}
                      title={isChanged(token) ? words.written(token.source) : undefined}
                    >
                      {spoken}
                    </span>
                  </span>
                ))}
              </p>
            ))}
            {reading.notice && <p title={words.saidAfter}>{reading.notice}</p>}
          </div>
          {decide && settled.length > 0 && (
            <div className={classes['settled']}>
              <Text size="sm" c="var(--ink-soft)">
                {words.decided}
              </Text>
              {settled.map(({ token, spoken }) => (
                <Button
                  key={token}
                  variant="subtle"
                  aria-label={`${words.changeDecision}: ${token}`}
                  onClick={() => setAsked(tokenOf(token))}
                >
                  {token} → {spoken ?? words.spelled}
                </Button>
              ))}
            </div>
          )}
        </>
      )}
      {decide && (
        <TokenDecision
          token={asked}
          text={text}
          onClose={() => setAsked(null)}
          onDecide={decision => {
            setAsked(null)
            decide(mergedDecisions([...settled, decision]))
          }}
        />
      )}
    </Panel>
  )
}

function isChanged(token: ReadingToken): boolean {
  return token.kind !== 'punctuation' && token.spoken.toLowerCase() !== token.source.toLowerCase()
}

/** A word that was decided on before is asked about again as it was written. */
function tokenOf(source: string): ReadingToken {
  return { source, start: -1, end: -1, spoken: source, kind: 'word', certainty: 'unknown' }
}
