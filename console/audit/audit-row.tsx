import { Button, Collapse } from '@mantine/core'
import { FactList, Row } from '@nguon/design'
import type { AuditLine } from '@nguon/domain/audit'
import { useState } from 'react'
import { writeInstant } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { auditWords } from '../words/audit-words.ts'
import { actionWords } from '../words/action-words.ts'
import { useWords } from '../words/define-words.ts'

export function AuditRow({ line, about }: { line: AuditLine; about: (subjectId: string) => void }) {
  const words = useWords(auditWords)
  const actions: Readonly<Record<string, string>> = useWords(actionWords)
  const { nameOf } = useUnits()
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
                ...Object.entries(line.details).map(([name, value]) => [name, written(value)] as const),
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

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
