import { type SmsText, smsText, withoutMarks } from '../sms-text.ts'
import type { NoticeField, NoticeTemplate, NoticeValues } from './notice-template.ts'
import { spokenDay, spokenHours, titleDay, writtenDay, writtenHours } from './notice-time.ts'

/** One notice in every form it goes out in. */
export interface Notice {
  readonly title: string
  readonly summary: string
  /** Paragraphs apart by a blank line, the last but one beginning "Xin nhắc lại". */
  readonly body: string
  readonly sms: SmsText
  /** The same message without Vietnamese marks: cheaper, and for the oldest telephones. */
  readonly plainSms: SmsText
  readonly slide: readonly string[]
}

export interface NoticeFault {
  readonly field: string
  readonly reason: 'missing' | 'malformed' | 'reversed'
}

const forms: Readonly<Record<NoticeField['kind'], RegExp>> = {
  line: /\S/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  phone: /^\+?[\d .()-]{3,20}$/,
}

/** What is missing or wrong in the fields, in their order; empty when the notice can be composed. */
export function noticeFaults(template: NoticeTemplate, values: NoticeValues): NoticeFault[] {
  const faults = template.fields.flatMap((field): NoticeFault[] => {
    const value = (values[field.id] ?? '').trim()
    if (value === '') return field.required ? [{ field: field.id, reason: 'missing' }] : []
    return forms[field.kind].test(value) ? [] : [{ field: field.id, reason: 'malformed' }]
  })
  if (faults.length > 0) return faults
  const { day = '', untilDay = '', from = '', until = '' } = values
  if (untilDay && untilDay < day) return [{ field: 'untilDay', reason: 'reversed' }]
  // A notice over several days may well end earlier in the day than it starts.
  if (until && from && !untilDay && until <= from) return [{ field: 'until', reason: 'reversed' }]
  return []
}

/** Text, message and board lines from the same fields. Takes fields without faults (see `noticeFaults`). */
export function composeNotice(template: NoticeTemplate, values: NoticeValues, { unit }: { unit: string }): Notice {
  const given = Object.fromEntries(
    Object.entries(values)
      .map(([id, value]) => [id, value.trim().replaceAll(/\s+/g, ' ')] as const)
      .filter(([, value]) => value !== ''),
  )
  // The kind of a unit has a capital only where it begins a sentence (NĐ 30/2020, annex II).
  const named = { ...given, unit: unit.charAt(0).toLowerCase() + unit.slice(1) }
  const spoken = { ...named, ...daysOf(given, spokenDay), when: spokenHours(given) }
  const written = { ...named, ...daysOf(given, writtenDay), when: writtenHours(given) }
  const paragraphs = template.body.map(sentences => filledSentences(sentences, spoken).join(' '))
  const reminder = filledSentences([`Xin nhắc lại: ${template.reminder}`], spoken)
  const body = [...paragraphs, ...reminder, closing].filter(paragraph => paragraph !== '').join('\n\n')
  const message = filledSentences(template.sms, written).join(' ')
  return {
    title: filled(template.title, { ...spoken, ...daysOf(given, titleDay) }) ?? template.name,
    summary: filled(template.summary, written) ?? '',
    body,
    sms: smsText(message),
    plainSms: smsText(withoutMarks(message)),
    slide: filledSentences(template.slide, written),
  }
}

const closing = 'Trân trọng thông báo để bà con được biết.'

function daysOf(values: NoticeValues, word: (day: string) => string): NoticeValues {
  return Object.fromEntries(
    ['day', 'untilDay'].flatMap(id => {
      const day = values[id]
      return day ? [[id, word(day)] as const] : []
    }),
  )
}

function filledSentences(sentences: readonly string[], values: NoticeValues): string[] {
  return sentences.flatMap(sentence => {
    const text = filled(sentence, values)
    return text === null ? [] : [text]
  })
}

/** The sentence with its fields; null when one of them was left empty. */
function filled(sentence: string, values: NoticeValues): string | null {
  let complete = true
  const text = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    if (value === '') complete = false
    return value
  })
  return complete ? text.charAt(0).toUpperCase() + text.slice(1) : null
}
