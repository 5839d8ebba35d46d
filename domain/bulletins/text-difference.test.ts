import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDifference } from './text-difference.ts'

describe('what changed in a text', () => {
  it('shows the words that went and came, and leaves the rest', () => {
    expect(textDifference('Họp lúc 7 giờ tại nhà văn hóa.', 'Họp lúc 8 giờ tại nhà văn hóa thôn 3.')).toEqual([
      { kind: 'same', text: 'Họp lúc ' },
      { kind: 'removed', text: '7' },
      { kind: 'added', text: '8' },
      { kind: 'same', text: ' giờ tại nhà văn hóa' },
      { kind: 'added', text: ' thôn 3' },
      { kind: 'same', text: '.' },
    ])
  })

  it('what stayed and went is the first text, what stayed and came the second', () => {
    const words = string({ unit: 'grapheme', maxLength: 60 })
    assert(
      property(words, words, (before, after) => {
        const changes = textDifference(before, after)
        const without = (kind: string) =>
          changes
            .filter(change => change.kind !== kind)
            .map(change => change.text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
    )
  })

  it('stays quick on two long texts that share nothing', () => {
    const text = (word: string) => `${word} `.repeat(20_000)
    expect(textDifference(text('một'), text('hai')).map(change => change.kind)).toContain('removed')
  })
})
