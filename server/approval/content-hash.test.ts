import { bulletinContentField } from '@nguon/contract/bulletins'
import { canonicalHash } from '@nguon/contract/signing'
import { type ApprovalLimits, contentOf, type Sounding } from '@nguon/domain/approval'
import type { BulletinContent, BulletinText } from '@nguon/domain/bulletins'
import { instant, type Sha256, type UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { expect, it } from 'vitest'

interface Decided {
  readonly content: BulletinContent
  readonly soundings: readonly [Sounding, ...Sounding[]]
  readonly limits: ApprovalLimits
}

const sha256 = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map(digits => digits.map(digit => digit.toString(16)).join('') as Sha256)
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(text => text.isWellFormed())
const unitId = fc.constantFrom(...(['a', 'b', 'c', 'd', 'e'] as UnitId[]))

const decided: fc.Arbitrary<Decided> = fc
  .record({
    title: words,
    body: words,
    reading: words,
    audioSha256: sha256,
    area: fc.uniqueArray(unitId, { minLength: 2 }),
    startsAt: fc.integer({ min: 0, max: 2 ** 40 }),
  })
  .map(({ title, body, reading, audioSha256, area, startsAt }) => {
    const plain = bulletinContentField.parse({ texts: [{ title: 'x' }] })
    return {
      content: { ...plain, texts: [{ ...plain.texts[0], title, body }] },
      soundings: [{ language: 'vi', reading, audioSha256 }],
      limits: { area, period: { startsAt: instant(startsAt), endsAt: instant(startsAt + 1000) }, class: 'normal' },
    }
  })

const inText = (given: Decided, change: Partial<BulletinText>): Decided => ({
  ...given,
  content: { ...given.content, texts: [{ ...given.content.texts[0], ...change }] },
})
const inSounding = (given: Decided, change: Partial<Sounding>): Decided => ({
  ...given,
  soundings: [{ ...given.soundings[0], ...change }],
})
const inLimits = (given: Decided, change: Partial<ApprovalLimits>): Decided => ({
  ...given,
  limits: { ...given.limits, ...change },
})

const changes: Readonly<Record<string, (given: Decided, other: { word: string; sha256: Sha256 }) => Decided>> = {
  title: (given, { word }) => inText(given, { title: given.content.texts[0].title + word }),
  summary: (given, { word }) => inText(given, { summary: word }),
  text: (given, { word }) => inText(given, { body: given.content.texts[0].body + word }),
  language: given => ({
    ...inText(given, { language: 'rad' }),
    soundings: [{ ...given.soundings[0], language: 'rad' }],
  }),
  'another language': (given, { word }) => {
    const [main] = given.content.texts
    return { ...given, content: { ...given.content, texts: [main, { ...main, language: 'rad', title: word }] } }
  },
  reading: (given, { word }) => inSounding(given, { reading: `${given.soundings[0].reading} ${word}` }),
  audio: (given, other) => inSounding(given, { audioSha256: other.sha256 }),
  attachments: (given, other) => {
    const picture = { mediaSha256: other.sha256, kind: 'image', title: '', description: '' } as const
    return { ...given, content: { ...given.content, attachments: [picture] } }
  },
  'a unit more': given => inLimits(given, { area: [...given.limits.area, 'f' as UnitId] }),
  'a unit less': given => inLimits(given, { area: given.limits.area.slice(1) }),
  'a later start': ({ limits, ...given }) =>
    inLimits({ limits, ...given }, { period: { ...limits.period, startsAt: instant(limits.period.startsAt + 1) } }),
  'a later end': ({ limits, ...given }) =>
    inLimits({ limits, ...given }, { period: { ...limits.period, endsAt: instant(limits.period.endsAt + 1) } }),
  class: given => inLimits(given, { class: 'priority' }),
}

const hashOf = ({ content, soundings, limits }: Decided) => canonicalHash(contentOf(content, soundings, limits))

it.each(Object.entries(changes))('C2: another hash for a change of: %s', async (_name, change) => {
  await fc.assert(
    fc.asyncProperty(decided, words, sha256, async (given, word, other) => {
      fc.pre(other !== given.soundings[0].audioSha256)
      expect(await hashOf(change(given, { word, sha256: other }))).not.toBe(await hashOf(given))
    }),
    { numRuns: 30 },
  )
})

it('C2: the same hash however the units were ticked', async () => {
  await fc.assert(
    fc.asyncProperty(decided, async given => {
      const { area } = given.limits
      const ticked = inLimits(given, { area: [...area.toReversed(), ...area] })
      expect(await hashOf(ticked)).toBe(await hashOf(given))
    }),
    { numRuns: 30 },
  )
})
