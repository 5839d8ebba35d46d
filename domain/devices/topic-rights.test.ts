import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { mayPublish, maySubscribe, senderOf } from './topic-rights.ts'
import { topics } from './topics.ts'

const own = '01h0000000000000000000000a' as DeviceId
const other = '01h0000000000000000000000b' as DeviceId
const unit = '01h0000000000000000000000c' as UnitId

describe('what a device may do on a topic', () => {
  it.each([
    [topics.up(own), true],
    [topics.up(other), false],
    [topics.lineup(own), false],
    [topics.assignment(own), false],
    [topics.down(own), false],
    [topics.emergency(unit), false],
    [`${topics.up(own)}/x`, false],
    [`d/${own}/UP`, false],
    ['$SYS/x', false],
    ['', false],
  ])('publish on %s: %s', (topic, allowed) => expect(mayPublish(own, topic)).toBe(allowed))

  it.each([
    [topics.lineup(own), true],
    [topics.assignment(own), true],
    [topics.down(own), true],
    [topics.acknowledged(own), true],
    [`d/${own}/+`, true],
    [`d/${own}/#`, true],
    [topics.emergency(unit), true],
    ['e/+', true],
    ['e/#', true],
    [topics.lineup(other), false],
    [topics.assignment(other), false],
    [`d/${other}/#`, false],
    [`d/${own}/+/x`, false],
    [`d/${own}`, false],
    [`d/${own}/`, false],
    ['d/+/lineup', false],
    ['+/+/lineup', false],
    ['#', false],
    ['e', false],
    ['e/x', false],
    ['$SYS/#', false],
    [`$share/g/${topics.lineup(own)}`, false],
  ])('subscribe to %s: %s', (filter, allowed) => expect(maySubscribe(own, filter)).toBe(allowed))

  it.each([
    [topics.up(own), own],
    [topics.down(own), null],
    [`d/${own.slice(1)}/up`, null],
    [`x/${topics.up(own)}`, null],
  ])('the sender of %s is %s', (topic, sender) => expect(senderOf(topic)).toBe(sender))
})
