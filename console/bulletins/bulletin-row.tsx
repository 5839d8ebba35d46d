import { Row } from '@nguon/design'
import type { BulletinRow as BulletinRowData } from '@nguon/contract/bulletins'
import { topicOf } from '@nguon/domain/bulletins'
import { Link } from 'react-router'
import { useNow } from '../time/use-now.ts'
import { writeNear } from '../time/local-time.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { BulletinClassTag, BulletinStateTag } from './bulletin-tags.tsx'

export function BulletinRow({ row, to = `/tin/${row.id}` }: { row: BulletinRowData; to?: string }) {
  const words = useWords(bulletinWords)
  const language = useLanguage()
  const now = useNow()
  const about = [
    row.documentNumber,
    topicOf(row.topicId)?.[language],
    words.changed(writeNear(row.updatedAt, now, language), row.writerName),
  ]
  return (
    <Row
      link={(title, className) => (
        <Link to={to} className={className}>
          {title}
        </Link>
      )}
      title={row.title}
      about={about.filter(Boolean).join(' · ')}
      end={
        <>
          <BulletinClassTag class={row.class} />
          <BulletinStateTag state={row.state} />
        </>
      }
    />
  )
}
