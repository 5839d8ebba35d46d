import { roles } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type UnitCode, type Visitor } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { afterAll, describe, expect, it } from 'vitest'
import { digestOf } from './digest.ts'
import type { Fixture } from './fixture.ts'
import { fixtureOf } from './fixtures.ts'
import { type Input, type Operation, operationsOf, send } from './operations.ts'

/** The clock stands still, so that nothing in the database changes by itself. */
const house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
afterAll(() => house.close())

const siblings: Partial<Record<UnitCode, UnitCode>> = { '24343': '24346', '24343-T01': '24343-T02' }
const children: Partial<Record<UnitCode, UnitCode>> = { '66': '24343', '24343': '24343-T01' }

const ofFixture = (fixture: Fixture): UnitCode => fixture.of ?? '24343'

async function inputFor(fixture: Fixture, who: Visitor): Promise<Input> {
  const unit = fixture.about ?? ofFixture(fixture)
  return fixture.input({ house, unit, unitId: house.units[unit], who })
}

async function expectDone(operation: Operation, fixture: Fixture, who: Visitor, name: string): Promise<void> {
  const answer = await send(who, operation, await inputFor(fixture, who))
  if (fixture.closed) {
    expect(answer.body['code'], name).toBe(fixture.closed)
    return
  }
  expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  const unit = fixture.about ?? ofFixture(fixture)
  if (fixture.shownUnits) expect(fixture.shownUnits(answer.body), name).toContain(house.units[unit])
}

/** Everyone in the list is refused, and after all of them not one row is other than before. */
async function expectRefused(
  operation: Operation,
  fixture: Fixture,
  input: Input,
  wrong: readonly { name: string; who: Visitor; status: 401 | 403 }[],
): Promise<void> {
  await settled(house)
  const before = await digestOf(house.db)
  for (const { name, who, status } of wrong) {
    const answer = await send(who, operation, input)
    if (status === 403 && fixture.shownUnits && answer.status < 300) {
      const unit = fixture.about ?? ofFixture(fixture)
      expect(fixture.shownUnits(answer.body), `${name} sees foreign rows`).not.toContain(house.units[unit])
      continue
    }
    const told = `${name}: ${JSON.stringify(answer.body)}`
    if (fixture.refusedAs?.includes(String(answer.body['code']))) continue
    expect(answer.status, told).toBe(status)
    expect(answer.body['title'], told).toMatch(/\p{L}/u)
  }
  expect(await digestOf(house.db), 'a refused call has changed something').toEqual(before)
}

let device: Promise<Visitor> | undefined

async function strangers() {
  device ??= claimedDevice(house, '24343')
  return [
    { name: 'without a session', who: house.visitor(), status: 401 },
    { name: 'a device', who: await device, status: 401 },
  ] as const
}

async function ofRole(operation: Operation, access: Operation['access'] & { kind: 'role' }, fixture: Fixture) {
  const unit = ofFixture(fixture)
  const right = fixture.rights ?? access.anyOf
  for (const role of right) await expectDone(operation, fixture, await house.person(role, unit), `${role} of ${unit}`)

  const elsewhere = [siblings[unit], children[unit]].filter(code => code !== undefined)
  const people = [
    ...elsewhere.flatMap(code => right.map(role => ({ role, code }))),
    ...roles.filter(role => !right.includes(role)).map(role => ({ role, code: unit })),
  ]
  const wrong = []
  for (const { role, code } of people) {
    wrong.push({ name: `${role} of ${code}`, who: await house.person(role, code), status: 403 } as const)
  }
  const owner = await house.person(right[0] ?? 'administrator', unit)
  const others = await strangers()
  await expectRefused(operation, fixture, await inputFor(fixture, owner), [...others, ...wrong])
}

async function ofSelf(operation: Operation, fixture: Fixture) {
  const anyone = async (): Promise<Person> => house.signIn((await house.newAccount('24343', ['author'])).accountId)
  const person = await (fixture.person?.(house) ?? anyone())
  await expectDone(operation, fixture, person, 'the account itself')
  const owner = await (fixture.person?.(house) ?? anyone())
  const input = await inputFor(fixture, owner)
  const others = await strangers()
  await expectRefused(operation, { ...fixture, refusedAs: [] }, input, others)
  if (!fixture.owned) return
  const wrong = [{ name: 'another account', who: await anyone(), status: 403 }] as const
  await expectRefused(operation, { ...fixture, refusedAs: ['NOT_FOUND'] }, input, wrong)
}

describe('R: who may, of every operation of the contract', () => {
  const operations = operationsOf(house.server.router)

  it('there are operations, each under a name and an address of its own', () => {
    expect(operations.length).toBeGreaterThan(30)
    const addresses = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  })

  it('a row that was changed, and nothing else, is seen', async () => {
    const before = await digestOf(house.db)
    expect(await digestOf(house.db)).toEqual(before)
    await house.newAccount('24343', ['author'])
    const after = await digestOf(house.db)
    const changed = Object.keys(after).filter(table => after[table] !== before[table])
    expect(changed.toSorted()).toEqual(['audit.line', 'identity.account', 'identity.grant_'])
  })

  it.each(operations.map(operation => [operation.key, operation] as const))('%s', async (key, operation) => {
    const fixture = fixtureOf(key)
    const { access } = operation
    if (access.kind === 'role') return ofRole(operation, access, fixture)
    if (access.kind === 'self') return ofSelf(operation, fixture)
    if (access.kind === 'public') return expectDone(operation, fixture, house.visitor(), 'anyone')
    await expectDone(operation, fixture, await (device ??= claimedDevice(house, '24343')), 'a device')
    const person = await house.person('administrator', '66')
    return expectRefused(operation, fixture, await inputFor(fixture, person), [
      { name: 'without a session', who: house.visitor(), status: 401 },
      { name: 'an administrator', who: person, status: 401 },
    ])
  })
})
