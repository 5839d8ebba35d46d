import {
  dataOfSpan,
  classWording,
  criterionWording,
  type WordingData,
  dataOfCause,
  wordDay,
  faultWording,
  fillWording,
  wordMoment,
  wordNames,
  type Naming,
  wordCitation,
  type Worded,
  type Wording,
} from '@nguon/domain/schedule'
import type { Conflict } from './conflicts.ts'
import type { Violation } from './violation.ts'
import { conflictWording, lossWording, violationWording } from './wording.ts'

export function wordViolation(violation: Violation, naming: Naming): Worded {
  return { code: violation.code, ...fillWording(violationWording[violation.code], dataOfViolation(violation, naming)) }
}

export function wordConflict({ wins, otherTitle, criterion, loss }: Conflict): Worded {
  const data = { other: otherTitle, criterion: criterionWording[criterion], loss: lossWording[loss] }
  return { code: wins ? 'WINS' : 'LOSES', ...fillWording(conflictWording[wins ? 'wins' : 'loses'], data) }
}

function dataOfViolation(violation: Violation, naming: Naming): WordingData {
  const occurrence = 'occurrence' in violation ? { occurrence: wordMoment(violation.occurrence.startsAt, naming) } : {}
  switch (violation.code) {
    case 'NO_OCCURRENCE':
    case 'NO_DEVICE':
      return {}
    case 'QUIET_HOURS':
    case 'OUTSIDE_WINDOWS':
    case 'SILENT_DAY':
    case 'QUIET_PLACE':
      return { ...dataOfCause(violation), ...occurrence }
    case 'TOO_MANY_SESSIONS':
      return { ...dataOfLimit(violation), sessions: violation.sessions }
    case 'SESSION_TOO_LONG':
      return { ...dataOfLimit(violation), minutes: violation.minutes }
    case 'OUTSIDE_ISSUER':
      return { units: wordNames(violation.unitIds, naming) }
    case 'CONTENT_UNUSABLE':
      return { fault: faultWording[violation.fault] }
    case 'OUTSIDE_APPROVED_AREA':
      return { outside: wordNames(violation.outside, naming), area: wordNames(violation.area, naming) }
    case 'OUTSIDE_APPROVED_PERIOD':
      return { ...occurrence, ...dataOfSpan(violation.period, naming) }
    case 'ABOVE_APPROVED_CLASS':
      return { approved: classWording[violation.approved], class: classWording[violation.class] }
    case 'CONTENT_TOO_LONG':
      return { seconds: length(violation.seconds), room: length(violation.durationSeconds) }
  }
}

function dataOfLimit({ day, maximum, citation }: Violation & { rule: 'P6.7' }): WordingData {
  return { day: wordDay(day), maximum, source: wordCitation(citation) }
}

/** "14 phút 20 giây". */
function length(seconds: number): Wording {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.ceil(seconds % 60)]
  const parts = (minute: string, second: string) =>
    [minutes > 0 ? `${minutes} ${minute}` : '', rest > 0 || minutes === 0 ? `${rest} ${second}` : '']
      .filter(Boolean)
      .join(' ')
  return { vi: parts('phút', 'giây'), en: parts('min', 's') }
}
