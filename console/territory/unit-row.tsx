import { Row } from '@nguon/design'
import { displayName, type UnitVersion } from '@nguon/domain/territory'
import { Link } from 'react-router'
import { writeNumber } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { territoryWords } from '../words/territory-words.ts'

export function UnitRow({ unit, below, place }: { unit: UnitVersion; below?: number; place?: string }) {
  const words = useWords(territoryWords)
  const language = useLanguage()
  const about = [
    `${words.code} ${unit.code}`,
    place,
    unit.households !== null && `${words.households}: ${writeNumber(unit.households, language)}`,
    below !== undefined && below > 0 && words.below(writeNumber(below, language)),
  ]
  return (
    <Row
      link={(title, className) => (
        <Link to={`/dia-ban/${unit.unitId}`} className={className}>
          {title}
        </Link>
      )}
      title={displayName(unit)}
      about={about.filter(Boolean).join(' · ')}
    />
  )
}
