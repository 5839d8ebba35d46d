import { readdirSync, readFileSync } from 'node:fs'
import { airingSchema } from '@nguon/contract/airings'
import { lineupSchema } from '@nguon/contract/lineups'
import { describe, expect, it } from 'vitest'
import { bootPlayer, type PlayerFacts } from './boot-player.ts'
import type { PlayerEffect } from './player-effect.ts'
import type { PlayerEvent } from './player-event.ts'
import { step } from './step.ts'

interface Vector {
  readonly title: string
  readonly rules: readonly string[]
  readonly facts: PlayerFacts
  readonly steps: readonly { readonly event: PlayerEvent; readonly effects: readonly PlayerEffect[] }[]
}

const folder = new URL('../../contract/examples/player/', import.meta.url)
const vectors = readdirSync(folder).flatMap(
  name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Vector[],
)

describe('the vectors for makers of firmware', () => {
  it.each(vectors.map(vector => [`${vector.rules.join(' ')}: ${vector.title}`, vector] as const))('%s', (_, vector) => {
    let state = bootPlayer(vector.facts)
    for (const { event, effects } of vector.steps) {
      const stepped = step(state, event)
      expect(stepped.effects).toEqual(effects)
      ;({ state } = stepped)
    }
  })

  it('hold line-ups and airings as they stand on the wire', () => {
    for (const { facts, steps } of vectors) {
      if (facts.lineup) lineupSchema.parse(facts.lineup)
      for (const { event, effects } of steps) {
        if (event.kind === 'lineup') lineupSchema.parse(event.lineup)
        for (const effect of effects) if (effect.kind === 'airing') airingSchema.parse(effect.airing)
      }
    }
  })

  it('name every rule of SPEC.md', () => {
    const spec = readFileSync(new URL('SPEC.md', import.meta.url), 'utf8')
    const rules = [...spec.matchAll(/\*\*(D\d+)\*\*/g)].map(match => match[1])
    const covered = new Set(vectors.flatMap(vector => vector.rules))
    expect(rules.filter(rule => !covered.has(rule ?? ''))).toEqual([])
  })
})
