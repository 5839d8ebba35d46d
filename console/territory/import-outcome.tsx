import { FactList, Panel, Row, RowList, StatusTag } from '@nguon/design'
import type { client } from '../api/client.ts'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { territoryWords } from '../words/territory-words.ts'

type Outcome = Awaited<ReturnType<typeof client.territory.importUnits>>

export function ImportOutcome({ outcome }: { outcome: Outcome }) {
  const words = useWords(territoryWords)
  const language = useLanguage()
  const { counts, faults, rows, ignoredColumns } = outcome
  const number = (value: number) => writeNumber(value, language)
  return (
    <div role="status" style={{ display: 'grid', gap: 20 }}>
      <Panel title={words.result}>
        <FactList
          facts={(['added', 'renewed', 'corrected', 'unchanged'] as const).map(name => [
            words[name],
            number(counts[name]),
          ])}
        />
        {ignoredColumns.length > 0 && <p>{words.ignored(ignoredColumns.join(', '))}</p>}
      </Panel>
      {faults.length > 0 && (
        <Panel title={words.faults(number(outcome.faultCount))} flush>
          <RowList label={words.faults(number(outcome.faultCount))}>
            {faults.map(({ line, column, code, sentence, tolerated }) => (
              <Row
                key={`${line} ${column} ${code}`}
                title={sentence}
                about={line === null ? undefined : words.line(String(line))}
                end={tolerated && <StatusTag tone="caution">{words.tolerated}</StatusTag>}
              />
            ))}
          </RowList>
        </Panel>
      )}
      {rows.length > 0 && (
        <Panel title={words.rows} flush>
          <RowList label={words.rows}>
            {rows.slice(0, 200).map(({ line, outcome: kind, code, title, formerTitle }) => (
              <Row
                key={line}
                title={title}
                about={[words.line(String(line)), code, formerTitle && words.formerly(formerTitle)]
                  .filter(Boolean)
                  .join(' · ')}
                end={<StatusTag tone="accent">{words[kind]}</StatusTag>}
              />
            ))}
          </RowList>
        </Panel>
      )}
    </div>
  )
}
