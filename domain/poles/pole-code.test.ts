import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poleCodeOf, readPoleCode, writePoleCode } from './pole-code.ts'
import { isTrackingWord, trackingWordOf } from './tracking-word.ts'

const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
const drawing = (stream: Iterator<number>) => () => Number(stream.next().value)

describe('the code on a pole', () => {
  it('L10 is read back from what is printed, in any case', () => {
    fc.assert(
      fc.property(draws, stream => {
        const code = poleCodeOf(drawing(stream))
        expect(readPoleCode(writePoleCode(code))).toBe(code)
        expect(code).not.toMatch(/[il1o0]/)
      }),
    )
  })

  it.each(['', 'abc', 'abcdefgh', 'abcdef0', '../../e', 'abcdéfg'])('%j is none', text => {
    expect(readPoleCode(text)).toBeNull()
  })

  it('L10 a tracking word is one', () => {
    fc.assert(
      fc.property(draws, stream => {
        expect(isTrackingWord(trackingWordOf(drawing(stream)))).toBe(true)
      }),
    )
  })
})
