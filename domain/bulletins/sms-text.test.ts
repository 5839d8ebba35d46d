import { expect, it } from 'vitest'
import { smsText, withoutMarks } from './sms-text.ts'

it.each([
  { text: '', encoding: 'gsm7', length: 0, parts: 1 },
  { text: 'a'.repeat(160), encoding: 'gsm7', length: 160, parts: 1 },
  { text: 'a'.repeat(161), encoding: 'gsm7', length: 161, parts: 2 },
  { text: '€'.repeat(80), encoding: 'gsm7', length: 160, parts: 1 },
  { text: 'ế'.repeat(70), encoding: 'ucs2', length: 70, parts: 1 },
  { text: 'ế'.repeat(71), encoding: 'ucs2', length: 71, parts: 2 },
  { text: 'ế'.repeat(135), encoding: 'ucs2', length: 135, parts: 3 },
])('a message of $length $encoding units has $parts parts', ({ text, ...expected }) => {
  expect(smsText(text)).toMatchObject(expected)
})

it('drops the marks and keeps the case', () => {
  expect(withoutMarks('Đề nghị bà con Ở NHÀ – “trừ” người đi làm…')).toBe(
    'De nghi ba con O NHA - "tru" nguoi di lam...',
  )
})
