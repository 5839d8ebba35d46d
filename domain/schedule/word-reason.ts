import { type Day, type Instant, instantToLocal, weekdayOf, type Zone } from '@nguon/domain/platform'
import type { SilenceCause } from '@nguon/domain/rules'
import type { Conflict } from './conflicts.ts'
import type { PriorityCollision } from './priority-collisions.ts'
import type { Explanation } from './explain.ts'
import type { Violation } from './violation.ts'
import {
  causeWording,
  collisionWording,
  classWording,
  conflictWording,
  criterionWording,
  explanationWording,
  faultWording,
  lossWording,
  violationWording,
  type Wording,
} from './wording.ts'

/** A reason as people read it, with the code that programs read. */
export interface Worded extends Wording {
  readonly code: string
}

export interface Naming {
  readonly zone: Zone
  /** The name of a unit or a device. */
  readonly nameOf: (id: string) => string
}

export function wordViolation(violation: Violation, naming: Naming): Worded {
  return { code: violation.code, ...fill(violationWording[violation.code], dataOfViolation(violation, naming)) }
}

export function wordExplanation(explanation: Explanation, naming: Naming): Worded {
  return {
    code: explanation.code,
    ...fill(explanationWording[explanation.code], dataOfExplanation(explanation, naming)),
  }
}

export function wordConflict({ wins, otherTitle, criterion, loss }: Conflict): Worded {
  const data = { other: otherTitle, criterion: criterionWording[criterion], loss: lossWording[loss] }
  return { code: wins ? 'WINS' : 'LOSES', ...fill(conflictWording[wins ? 'wins' : 'loses'], data) }
}

/** Who goes first of two priority slots, and by what. */
export function wordCollision({ winner, loser, criterion }: PriorityCollision): Worded {
  const data = { winner: winner.title, loser: loser.title, criterion: criterionWording[criterion] }
  return { code: 'PRIORITY_COLLISION', ...fill(collisionWording, data) }
}

type Data = Readonly<Record<string, string | number | Wording>>

function dataOfViolation(violation: Violation, naming: Naming): Data {
  const occurrence = 'occurrence' in violation ? { occurrence: moment(violation.occurrence.startsAt, naming) } : {}
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
      return { units: names(violation.unitIds, naming) }
    case 'CONTENT_UNUSABLE':
      return { fault: faultWording[violation.fault] }
    case 'OUTSIDE_APPROVED_AREA':
      return { outside: names(violation.outside, naming), area: names(violation.area, naming) }
    case 'OUTSIDE_APPROVED_PERIOD':
      return { ...occurrence, ...between(violation.period, naming) }
    case 'ABOVE_APPROVED_CLASS':
      return { approved: classWording[violation.approved], class: classWording[violation.class] }
    case 'CONTENT_TOO_LONG':
      return { seconds: length(violation.seconds), room: length(violation.durationSeconds) }
  }
}

function dataOfLimit({ day, maximum, citation }: Violation & { rule: 'P6.7' }): Data {
  return { day: date(day), maximum, source: source(citation) }
}

function dataOfExplanation(explanation: Explanation, naming: Naming): Data {
  switch (explanation.code) {
    case 'UNKNOWN_SLOT':
    case 'NOT_PLACED':
    case 'NOT_TARGETED':
    case 'EXCEPTED':
      return {}
    case 'PLAYS':
      return between(explanation.piece, naming)
    case 'NOT_RESOLVED':
      return between(explanation.span, naming)
    case 'OUTSIDE_ISSUER':
      return { unit: naming.nameOf(explanation.unitId) }
    case 'NOT_TAKEN':
      return { unit: naming.nameOf(explanation.unitId), decision: explanation.refused ? refused : notYetTaken }
    case 'CONTENT_UNUSABLE':
      return { fault: faultWording[explanation.fault] }
    case 'OUTSIDE_APPROVED_AREA':
      return { area: names(explanation.area, naming) }
    case 'ABOVE_APPROVED_CLASS':
      return { approved: classWording[explanation.approved], class: classWording[explanation.class] }
    case 'OUTSIDE_APPROVED_PERIOD':
      return between(explanation.period, naming)
    case 'NOT_DUE':
      return { next: explanation.next ? fill(nextOccurrence, { at: moment(explanation.next.startsAt, naming) }) : '' }
    case 'EXCEPTED_DAY':
      return { day: date(explanation.day) }
    case 'SILENCED':
      return { since: moment(explanation.since, naming), causes: wordCauses(explanation.causes) }
    case 'PREEMPTED': {
      const { continuesAt } = explanation
      const after = continuesAt === null ? inVain : fill(goesOn, { at: moment(continuesAt, naming) })
      return { ...dataOfWinner(explanation), after }
    }
    case 'DROPPED':
      return dataOfWinner(explanation)
    case 'TOO_LATE':
      return { ...dataOfWinner(explanation), latest: moment(explanation.latest, naming) }
  }
}

const refused: Wording = { vi: 'đã quyết định không phát', en: 'has decided not to play it' }
const notYetTaken: Wording = { vi: 'chưa nhận phát', en: 'has not taken it' }
const nextOccurrence: Wording = { vi: '; buổi kế tiếp: {at}', en: '; the next is at {at}' }
const goesOn: Wording = { vi: 'lịch này phát tiếp lúc {at}', en: 'this slot goes on at {at}' }
const inVain: Wording = { vi: 'lịch này không còn phát tiếp', en: 'this slot does not go on' }
const someOther: Wording = { vi: 'Một lịch khác', en: 'Another slot' }
const byRank: Wording = { vi: 'có thứ hạng cao hơn', en: 'being of a higher rank' }
const byDefault: Wording = { vi: ' (mặc định)', en: ' (by default)' }
const byCitation: Wording = { vi: ' theo {citation}', en: ' by {citation}' }

function dataOfWinner({ winner }: Pick<Explanation & { code: 'DROPPED' }, 'winner'>): Data {
  return {
    winner: winner ? `“${winner.title}”` : someOther,
    criterion: winner ? criterionWording[winner.criterion] : byRank,
  }
}

function wordCauses(causes: readonly SilenceCause[]): Wording {
  const worded = causes.map(cause => fill(causeWording[cause.code], dataOfCause(cause)))
  return { vi: worded.map(({ vi }) => vi).join('; '), en: worded.map(({ en }) => en).join('; ') }
}

function dataOfCause(cause: SilenceCause): Data {
  const cited = { source: source(cause.citation) }
  switch (cause.code) {
    case 'QUIET_HOURS':
      return { ...cited, from: cause.from, until: cause.until }
    case 'OUTSIDE_WINDOWS':
      return cited
    case 'SILENT_DAY':
      return { ...cited, day: date(cause.day) }
    case 'QUIET_PLACE':
      return { ...cited, place: cause.name }
  }
}

function source(citation: string): Wording {
  return citation === '' ? byDefault : fill(byCitation, { citation })
}

function between({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, naming: Naming): Data {
  return { from: moment(startsAt, naming), until: moment(endsAt, naming) }
}

function names(ids: readonly string[], { nameOf }: Naming): string {
  return ids.map(nameOf).join(', ')
}

const weekdays: readonly Wording[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
]

/** "05:00 thứ Hai 23/11/2026". */
function moment(at: Instant, { zone }: Naming): Wording {
  const { day, timeOfDay } = instantToLocal(at, zone)
  const weekday = weekdays[weekdayOf(day) - 1]
  return { vi: `${timeOfDay} ${weekday?.vi} ${date(day)}`, en: `${timeOfDay} ${weekday?.en} ${date(day)}` }
}

function date(day: Day): string {
  return day.split('-').toReversed().join('/')
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

function fill(wording: Wording, data: Data): Wording {
  const inLanguage = (language: keyof Wording) =>
    wording[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = data[name] ?? ''
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}
