import { Panel, Row, RowList } from '@nguon/design'
import { noticeTemplates } from '@nguon/domain/bulletins'
import { Link } from 'react-router'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** How to begin: a blank page, or a notice of which only the particulars are filled in. */
export function NewBulletin() {
  const words = useWords(editorWords)
  return (
    <Screen title={words.newTitle} back={{ to: '/tin', label: words.toList }}>
      <Panel flush>
        <RowList>
          <Row
            link={(title, className) => (
              <Link to="/tin/moi/viet" className={className}>
                {title}
              </Link>
            )}
            title={words.startFree}
            about={words.startFreeLead}
          />
        </RowList>
      </Panel>
      <Panel title={words.startFrom} flush>
        <RowList label={words.startFrom}>
          {noticeTemplates.map(template => (
            <Row
              key={template.id}
              link={(title, className) => (
                <Link to={`/tin/moi/mau/${template.id}`} className={className}>
                  {title}
                </Link>
              )}
              title={template.name}
              about={template.purpose}
            />
          ))}
        </RowList>
      </Panel>
    </Screen>
  )
}
