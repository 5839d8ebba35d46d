import { roles } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { openTestHouse, type Person, type Visitor } from '@nguon/tests/house'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fixtureOf } from './fixtures.ts'
import { type Input, type Operation, operationsOf, send } from './operations.ts'

const runs = 30
/** The same inputs in every run of the tests: what breaks today breaks tomorrow. */
const seed = 20_261_121
const house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
afterAll(() => house.close())

/** What breaks programs that trust their input. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e\u200f',
    "'; DROP TABLE identity.account; --",
    '${7*7}{{7*7}}<script>alert(1)</script>',
    '../../../../etc/passwd',
    '%00%ff%zz',
    'a'.repeat(100_000),
    '٣٤٥',
    '-1',
    'NaN',
    '2026-02-30',
    '9999-99-99T99:99:99Z',
    -1,
    0,
    0.1,
    1e308,
    -1e308,
    2 ** 53,
    null,
    true,
    [],
    {},
    [[[[[[[[[[]]]]]]]]]],
    { __proto__: { polluted: true } },
    { constructor: { prototype: { polluted: true } } },
    { toString: null },
    '0'.repeat(26),
    'z'.repeat(26),
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.array(fc.jsonValue(), { maxLength: 50 }),
)

/** A valid input with some of its fields made hostile, its own and those that no schema knows. */
function spoiled(valid: Input): fc.Arbitrary<Input> {
  const names = [...Object.keys(valid), 'version', 'unitId', 'id', 'limit', 'cursor', '__proto__', 'constructor']
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), hostile), { minLength: 1, maxLength: 4 })
  return changes.map(fields => ({ ...valid, ...Object.fromEntries(fields) }))
}

/** Someone with every role at the top, so that nothing is refused before the input is read. */
async function sovereign(): Promise<Person> {
  return house.signIn((await house.newAccount('66', roles)).accountId)
}

async function callerOf({ key, access }: Operation): Promise<Visitor> {
  if (access.kind === 'public') return house.visitor()
  return (await fixtureOf(key).person?.(house)) ?? sovereign()
}

describe('random and hostile input', () => {
  it.each(operationsOf(house.server.router).map(operation => [operation.key, operation] as const))(
    '%s: never a fault of ours, never a word about our insides',
    async (key, operation) => {
      const fixture = fixtureOf(key)
      const who = await callerOf(operation)
      const unit = fixture.about ?? fixture.of ?? '24343'
      const valid = await fixture.input({ house, unit, unitId: house.units[unit], who })
      const attempt = async (input: Input) => {
        const answer = await send(who, operation, input)
        const told = JSON.stringify(answer.body)
        expect(answer.status, `${JSON.stringify(input).slice(0, 500)} gave ${told.slice(0, 500)}`).toBeLessThan(500)
        expect(told).not.toMatch(/node_modules|\bat .*\.ts:\d|\/server\/|kysely|syntax error|violates|ECONN/)
      }
      await fc.assert(fc.asyncProperty(spoiled(valid), attempt), { numRuns: runs, seed, endOnFailure: true })
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  )

  it.each(['', '{', '[', '"', 'null', '[]', '1', '{"a":', '\u0000', '<x/>', '{"a":1}{"b":2}'])(
    'a body that is %j is refused as input',
    async body => {
      const answer = await house.visitor().fetch('/api/auth/sign-in', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    },
  )
})
