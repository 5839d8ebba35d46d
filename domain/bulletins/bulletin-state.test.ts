import { describe, expect, it } from 'vitest'
import { bulletinActs, bulletinStates, isReliedOn, stateAfter } from './bulletin-state.ts'

describe('the way of a bulletin', () => {
  it.each(bulletinStates)('an edit of what is %s leads to the draft, so that approval is asked again', state => {
    expect(stateAfter(state, 'edit')).toBe('draft')
  })

  it('only what was submitted can be approved or returned', () => {
    const from = (act: (typeof bulletinActs)[number]) => bulletinStates.filter(state => stateAfter(state, act) !== null)
    expect(from('approve')).toEqual(['submitted'])
    expect(from('return')).toEqual(['submitted'])
    expect(from('recall')).toEqual(['submitted'])
  })

  it('nothing is published but by way of approval', () => {
    const leading = bulletinStates.flatMap(state =>
      bulletinActs.filter(act => stateAfter(state, act) === 'published').map(act => `${state} ${act}`),
    )
    expect(leading).toEqual(['approved publish'])
  })

  it('what someone relies on is what is submitted, approved or published', () => {
    expect(bulletinStates.filter(isReliedOn)).toEqual(['submitted', 'approved', 'published'])
  })
})
