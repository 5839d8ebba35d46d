import { Button, Collapse, CopyButton } from '@mantine/core'
import { FactList, Row } from '@nguon/design'
import type { AuditLine } from '@nguon/domain/audit'
import { useState } from 'react'
import { writeInstant } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { auditWords } from '../words/audit-words.ts'
import { actionWords } from '../words/action-words.ts'
import { useWords } from '../words/define-words.ts'
import { detailWords } from '../words/detail-words.ts'
import { useLanguage } from '../words/language.ts'
import { type WrittenDetail, writeDetail } from './write-detail.ts'

export function AuditRow({ line, about }: { line: AuditLine; about: (subjectId: string) => void }) {
  const words = useWords(auditWords)
  const actions: Readonly<Record<string, string>> = useWords(actionWords)
  const { nameOf } = useUnits()
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  const { subjectId } = line
  return (
    <Row
      title={actions[line.action] ?? line.action}
      about={
        <>
          <span className="tabular">{writeInstant(line.at)}</span> · {line.actorName || words.system}
          {line.unitId && ` · ${nameOf(line.unitId)}`}
          <Collapse expanded={opened}>
            <FactList
              facts={[
                [words.address, line.address],
                [
                  words.subjectId,
                  subjectId && (
                    <Button variant="subtle" px={0} title={words.onlySubject} onClick={() => about(subjectId)}>
                      {subjectId}
                    </Button>
                  ),
                ],
                ...Object.entries(line.details).map(([name, value]) => {
                  const written = writeDetail(name, value, language)
                  return [written.name, <Detail key={name} {...written} />] as const
                }),
              ]}
            />
          </Collapse>
        </>
      }
      end={
        <Button variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? words.hide : words.details}
        </Button>
      }
    />
  )
}

function Detail({ name, text, whole }: WrittenDetail) {
  const words = useWords(detailWords)
  if (whole === null) return text
  return (
    <>
      <span title={whole}>{text}</span>{' '}
      <CopyButton value={whole}>
        {state => (
          <Button variant="subtle" px={4} aria-label={`${words.copy}: ${name}`} onClick={state.copy}>
            {state.copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
