import type { Alarm } from '@nguon/domain/alarms'
import type { Instant } from '@nguon/domain/platform'
import type { Language } from '@nguon/contract/platform'
import { writeNear, writeNumber, writeSeconds } from '../time/local-time.ts'
import { alarmSentences } from '../words/alarm-sentences.ts'
import { alarmWords } from '../words/alarm-words.ts'
import { wordsIn } from '../words/define-words.ts'

type Told = Pick<Alarm, 'kind' | 'facts' | 'openedAt' | 'occurrences' | 'deviceId'>

/** "Mất điện từ 03:12 hôm nay, ắc quy còn 20 %: gọi điện lực hoặc cử người đến kiểm tra aptomat." */
export function alarmSentence(alarm: Told, now: Instant, language: Language): { what: string; act: string } {
  const words = wordsIn(alarmSentences, language)
  if (alarm.deviceId === null) {
    const all = wordsIn(alarmWords, language)
    const { struck = 0, devices = 0 } = alarm.facts
    const many = all.manyAtOnce(writeNumber(struck, language), writeNumber(devices, language))
    return { what: `${all.kinds[alarm.kind]}: ${many}`, act: words.acts.many }
  }
  return { what: whatHappened(alarm, now, language), act: words.acts[alarm.kind] }
}

function whatHappened(alarm: Told, now: Instant, language: Language): string {
  const words = wordsIn(alarmSentences, language)
  const { kind, facts, openedAt, occurrences } = alarm
  const at = (instant: Instant) => writeNear(instant, now, language)
  const number = (value: number | null | undefined) => writeNumber(value ?? 0, language)
  const title = facts.title ?? ''
  switch (kind) {
    case 'silent':
      return facts.lastSeenAt ? words.silent(at(facts.lastSeenAt)) : words.neverHeard
    case 'powerCut': {
      const battery = facts.batteryPercent ?? null
      const cut = words.powerCut(at(openedAt))
      return battery === null ? cut : `${cut}, ${words.withBattery(number(battery))}`
    }
    case 'battery':
      return words.battery(number(facts.batteryPercent))
    case 'airingFailed':
      return facts.reason === 'not-heard'
        ? words.unheard(title)
        : words.short(
            title,
            writeSeconds(facts.playedSeconds ?? 0, language),
            writeSeconds(facts.plannedSeconds ?? 0, language),
          )
    case 'airingMissed':
      return words.missed(title, at(facts.plannedAt ?? openedAt))
    case 'refusal':
      return words.refusal(named(words.subjects, facts.subject), named(words.faults, facts.reason))
    case 'lineupOld':
      return facts.lineupIssuedAt ? words.lineupOld(at(facts.lineupIssuedAt)) : words.noLineup
    case 'clockWrong':
      return typeof facts.clockErrorMilliseconds === 'number'
        ? words.clockWrong(number(Math.abs(facts.clockErrorMilliseconds) / 1000))
        : words.clockUnknown
    case 'diskFull':
      return words.diskFull(number(facts.diskFreeMegabytes))
    case 'tooHot':
      return words.tooHot(number(facts.temperatureCelsius))
    case 'signalWeak':
      return words.signalWeak(number(facts.signalDbm))
    case 'selfTestFailed':
      return (facts.reason === 'not-heard' ? words.selfTestUnheard : words.selfTestFailed)(
        at(facts.lastTestAt ?? openedAt),
      )
    case 'selfTestOverdue':
      return facts.lastTestAt ? words.selfTestOverdue(at(facts.lastTestAt)) : words.neverTested
    case 'reported': {
      const complaint = named(wordsIn(alarmWords, language).complaints, facts.complaint)
      const told = words.reported(complaint, number(occurrences))
      return facts.words ? `${told} ${words.reportedWords(facts.words)}` : told
    }
  }
}

function named(names: Readonly<Record<string, string>>, name = ''): string {
  return names[name] ?? name
}
