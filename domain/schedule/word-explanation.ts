import type { SilenceCause } from '@nguon/domain/rules'
import type { PriorityCollision } from './priority-collisions.ts'
import type { Explanation } from './explain.ts'
import {
  dataOfSpan,
  type WordingData,
  dataOfCause,
  wordDay,
  fillWording,
  wordMoment,
  wordNames,
  type Naming,
} from './fill-wording.ts'
import {
  causeWording,
  collisionWording,
  classWording,
  criterionWording,
  explanationWording,
  faultWording,
  type Wording,
} from './wording.ts'

/** A reason as people read it, with the code that programs read. */
export interface Worded extends Wording {
  readonly code: string
}

export function wordExplanation(explanation: Explanation, naming: Naming): Worded {
  return {
    code: explanation.code,
    ...fillWording(explanationWording[explanation.code], dataOfExplanation(explanation, naming)),
  }
}

/** Who goes first of two priority slots, and by what. */
export function wordCollision({ winner, loser, criterion }: PriorityCollision): Worded {
  const data = { winner: winner.title, loser: loser.title, criterion: criterionWording[criterion] }
  return { code: 'PRIORITY_COLLISION', ...fillWording(collisionWording, data) }
}

function dataOfExplanation(explanation: Explanation, naming: Naming): WordingData {
  switch (explanation.code) {
    case 'UNKNOWN_SLOT':
    case 'NOT_PLACED':
    case 'NOT_TARGETED':
    case 'EXCEPTED':
      return {}
    case 'PLAYS':
      return dataOfSpan(explanation.piece, naming)
    case 'NOT_RESOLVED':
      return dataOfSpan(explanation.span, naming)
    case 'OUTSIDE_ISSUER':
      return { unit: naming.nameOf(explanation.unitId) }
    case 'NOT_TAKEN':
      return { unit: naming.nameOf(explanation.unitId), decision: explanation.refused ? refused : notYetTaken }
    case 'CONTENT_UNUSABLE':
      return { fault: faultWording[explanation.fault] }
    case 'OUTSIDE_APPROVED_AREA':
      return { area: wordNames(explanation.area, naming) }
    case 'ABOVE_APPROVED_CLASS':
      return { approved: classWording[explanation.approved], class: classWording[explanation.class] }
    case 'OUTSIDE_APPROVED_PERIOD':
      return dataOfSpan(explanation.period, naming)
    case 'NOT_DUE':
      return {
        next: explanation.next
          ? fillWording(nextOccurrence, { at: wordMoment(explanation.next.startsAt, naming) })
          : '',
      }
    case 'EXCEPTED_DAY':
      return { day: wordDay(explanation.day) }
    case 'SILENCED':
      return { since: wordMoment(explanation.since, naming), causes: wordCauses(explanation.causes) }
    case 'PREEMPTED': {
      const { continuesAt } = explanation
      const after = continuesAt === null ? inVain : fillWording(goesOn, { at: wordMoment(continuesAt, naming) })
      return { ...dataOfWinner(explanation), after }
    }
    case 'DROPPED':
      return dataOfWinner(explanation)
    case 'TOO_LATE':
      return { ...dataOfWinner(explanation), latest: wordMoment(explanation.latest, naming) }
  }
}

const refused: Wording = { vi: 'đã quyết định không phát', en: 'has decided not to play it' }
const notYetTaken: Wording = { vi: 'chưa nhận phát', en: 'has not taken it' }
const nextOccurrence: Wording = { vi: '; buổi kế tiếp: {at}', en: '; the next is at {at}' }
const goesOn: Wording = { vi: 'lịch này phát tiếp lúc {at}', en: 'this slot goes on at {at}' }
const inVain: Wording = { vi: 'lịch này không còn phát tiếp', en: 'this slot does not go on' }
const someOther: Wording = { vi: 'Một lịch khác', en: 'Another slot' }
const byRank: Wording = { vi: 'có thứ hạng cao hơn', en: 'being of a higher rank' }

function dataOfWinner({ winner }: Pick<Explanation & { code: 'DROPPED' }, 'winner'>): WordingData {
  return {
    winner: winner ? `“${winner.title}”` : someOther,
    criterion: winner ? criterionWording[winner.criterion] : byRank,
  }
}

function wordCauses(causes: readonly SilenceCause[]): Wording {
  const worded = causes.map(cause => fillWording(causeWording[cause.code], dataOfCause(cause)))
  return { vi: worded.map(({ vi }) => vi).join('; '), en: worded.map(({ en }) => en).join('; ') }
}
