import type { Language } from '@nguon/contract/platform'
import type { BroadcastWindow, Hours, RuleName, SilentDays, UnitRules } from '@nguon/domain/rules'
import { writeDay } from '../time/local-time.ts'
import { wordsIn } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { writeVolumeBands } from './volume-bands.ts'

const weekdayNames = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** What a rule says as a sentence without its citation and full stop; null where the unit has no such rule. */
export function writeRule(rules: Partial<UnitRules>, name: RuleName, language: Language): string | null {
  const words = wordsIn(rulesWords, language)
  const value = writeValue(rules, name, language)
  return value === null ? null : words.sentences[name](value)
}

/** "Không phát từ 21:30 đến 05:00 hôm sau, theo khoản 2 Điều 5 …." */
export function writeCitedRule(rules: Partial<UnitRules>, name: RuleName, language: Language): string | null {
  const sentence = writeRule(rules, name, language)
  if (sentence === null) return null
  const citation = rules[name]?.citation ?? ''
  return citation === '' ? `${sentence}.` : wordsIn(rulesWords, language).cited(sentence, citation)
}

function writeValue(rules: Partial<UnitRules>, name: RuleName, language: Language): string | null {
  switch (name) {
    case 'quietHours':
      return rules.quietHours ? rules.quietHours.value.map(span => writeHours(span, language)).join('; ') : null
    case 'broadcastWindows':
      return rules.broadcastWindows ? writeWindows(rules.broadcastWindows.value, language) : null
    case 'silentDays':
      return rules.silentDays ? writeSilentDays(rules.silentDays.value, language) : null
    case 'maximumVolumeByHour':
      return rules.maximumVolumeByHour ? writeVolumeBands(rules.maximumVolumeByHour.value, language) : null
    case 'maximumSessionsPerDay':
    case 'minutesPerSession':
      return rules[name] ? String(rules[name].value) : null
  }
}

export function writeHours({ from, until }: Hours, language: Language): string {
  const words = wordsIn(rulesWords, language)
  if (from === until) return words.wholeDay
  return until > from ? words.from(from, until) : words.overMidnight(from, until)
}

export function writeWeekdays(weekdays: readonly number[], language: Language): string {
  return weekdays
    .toSorted((one, other) => one - other)
    .map(weekday => weekdayNames[language][weekday - 1] ?? '')
    .join(', ')
}

function writeWindows(windows: readonly BroadcastWindow[], language: Language): string {
  const words = wordsIn(rulesWords, language)
  return windows
    .map(window => {
      const days = window.weekdays.length === 7 ? words.everyDay : words.on(writeWeekdays(window.weekdays, language))
      return `${writeHours(window, language)} ${days}`
    })
    .join('; ')
}

function writeSilentDays({ weekdays, days, publicHolidays }: SilentDays, language: Language): string {
  const words = wordsIn(rulesWords, language)
  return [
    writeWeekdays(weekdays, language),
    ...days.toSorted().map(writeDay),
    publicHolidays ? words.publicHolidays : '',
  ]
    .filter(Boolean)
    .join(', ')
}
