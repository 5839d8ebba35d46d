import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TopicIndex } from './topic-index.ts'

const groups = fc.constantFrom('d/1', 'd/2', 'e')
const topic = fc.tuple(groups, fc.constantFrom('a', 'b')).map(parts => parts.join('/'))
const filter = fc.tuple(groups, fc.constantFrom('a', 'b', '+', '#')).map(parts => parts.join('/'))
const name = fc.constantFrom('x', 'y')
const step = fc.oneof(
  fc.record({ kind: fc.constant('subscribe'), filter, name }),
  fc.record({ kind: fc.constant('unsubscribe'), filter, name }),
  fc.record({ kind: fc.constant('retain'), topic, packet: fc.option(fc.uint8Array({ minLength: 1, maxLength: 3 })) }),
)

/** `+` and `#` in the last place match the same topics here: there is nothing below. */
const matches = (filter: string, topic: string) => new RegExp(`^${filter.replace(/[+#]$/, '[^/]+')}$`).test(topic)
const plain = (filter: string) => filter.replace('#', '+')

it('the index agrees with a search over everything', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), topic, filter, (steps, askedTopic, askedFilter) => {
      const index = new TopicIndex<string>()
      const subscriptions = new Set<string>()
      const retained = new Map<string, Uint8Array>()
      for (const one of steps) {
        if ('packet' in one) {
          index.retain(one.topic, one.packet)
          if (one.packet) retained.set(one.topic, one.packet)
          else retained.delete(one.topic)
        } else if (one.kind === 'subscribe') {
          index.subscribe(one.filter, one.name)
          subscriptions.add(`${plain(one.filter)} ${one.name}`)
        } else {
          index.unsubscribe(one.filter, one.name)
          subscriptions.delete(`${plain(one.filter)} ${one.name}`)
        }
      }
      const listening = [...subscriptions].map(entry => entry.split(' '))
      const expected = listening.filter(([filter]) => matches(filter ?? '', askedTopic)).map(([, name]) => name)
      expect([...index.subscribersOf(askedTopic)].sort()).toEqual([...new Set(expected)].sort())
      const kept = [...retained].filter(([topic]) => matches(askedFilter, topic)).map(([, packet]) => packet)
      expect(new Set(index.retainedFor(askedFilter))).toEqual(new Set(kept))
    }),
  )
})
