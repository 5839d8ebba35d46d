import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assignmentPointerSchema, assignmentSchema } from '@nguon/contract/assignments'
import { selfTestsMessageSchema } from '@nguon/contract/alarms'
import { acknowledgementSchema, airingsMessageSchema } from '@nguon/contract/airings'
import {
  heartbeatMessageSchema,
  refusalsMessageSchema,
  signedTimeSchema,
  wordDeviceRefusal,
} from '@nguon/contract/devices'
import { claimRequestSchema, claimResponseSchema } from '@nguon/contract/claims'
import { keySetSchema } from '@nguon/contract/keys'
import { lineupFrameSchema, lineupPointerSchema, lineupSchema } from '@nguon/contract/lineups'
import { documentTypes, verify } from '@nguon/contract/signing'
import type { Lineup } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { judgeAssignment, judgeLineup } from '@nguon/domain/player'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  exampleDocuments,
  exampleKeys,
  exampleMessages,
  publicPart,
  refusedAssignments,
  refusedLineups,
} from './device-examples.ts'

const folder = fileURLToPath(new URL('../../contract/examples/devices/', import.meta.url))
const page = readFileSync(new URL('../../docs/device-protocol.md', import.meta.url), 'utf8')
const documents = await exampleDocuments()
const refused = await refusedLineups()
const refusedMoves = await refusedAssignments()

/** Set to write the examples anew after the protocol has changed on purpose. */
const update = process.env['UPDATE_EXAMPLES'] === '1'

function stored(name: string, made: string): string {
  if (update) writeFileSync(folder + name, made)
  return readFileSync(folder + name, 'utf8')
}

describe('I31 the examples for makers of firmware', () => {
  it.each(Object.entries({ ...exampleMessages, 'refused-lineups': refused, 'refused-assignments': refusedMoves }))(
    '%s.json is what is sent',
    (name, value) => expect(JSON.parse(stored(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`))).toEqual(value),
  )

  it.each(Object.entries(documents))('%s.jws is byte for byte what is served', (name, jws) =>
    expect(stored(`${name}.jws`, jws)).toBe(jws),
  )

  const schemas: Record<string, z.ZodType> = {
    'claim-request': claimRequestSchema,
    'claim-response': claimResponseSchema,
    'key-set': keySetSchema,
    time: signedTimeSchema,
    lineup: lineupSchema,
    pointer: lineupPointerSchema,
    assignment: assignmentSchema,
    'assignment-pointer': assignmentPointerSchema,
    acknowledged: acknowledgementSchema,
    heartbeat: heartbeatMessageSchema,
    airings: airingsMessageSchema,
    refusals: refusalsMessageSchema,
    'self-tests': selfTestsMessageSchema,
  }
  it.each(Object.entries(schemas))('%s fits its schema', (name, schema) =>
    expect(schema.parse(exampleMessages[name as keyof typeof exampleMessages])).toEqual(
      exampleMessages[name as keyof typeof exampleMessages],
    ),
  )

  it.each([
    ['key-set', documentTypes.keySet, exampleKeys.root],
    ['time', documentTypes.time, exampleKeys.signing],
    ['lineup', documentTypes.lineup, exampleKeys.signing],
    ['assignment', documentTypes.assignment, exampleKeys.signing],
  ] as const)('%s.jws verifies under its key', async (name, type, key) =>
    expect(await verify(type, documents[name] ?? '', [publicPart(key)])).toEqual({
      payload: exampleMessages[name],
      kid: key.kid,
    }),
  )
})

describe('line-ups a device must not obey', () => {
  it.each(refused.cases)('$fault', async ({ fault, jws, now = refused.now }) => {
    const verified = await verify(documentTypes.lineup, jws, [publicPart(exampleKeys.signing)])
    if ('fault' in verified) return expect(verified.fault).toBe(fault)
    const frame = lineupFrameSchema.safeParse(verified.payload)
    if (!frame.success) return expect(fault).toBe('malformed-payload')
    const key = exampleMessages['key-set'].keys.find(({ kid }) => kid === verified.kid)
    if (key && frame.data.issuedAt >= key.notAfter) return expect(fault).toBe('key-expired')
    const mark = { ...refused.held, issuedAt: refused.held.issuedAt as Instant, since: 0 as Instant }
    expect(judgeLineup({ unitId: refused.unitId, mark }, frame.data as unknown as Lineup, now as Instant | null)).toBe(
      fault,
    )
  })
})

describe('assignments a device must not obey', () => {
  it.each(refusedMoves.cases)('D17 $fault', async ({ fault, jws, now = refusedMoves.now }) => {
    const verified = await verify(documentTypes.assignment, jws, [publicPart(exampleKeys.signing)])
    if ('fault' in verified) return expect(verified.fault).toBe(fault)
    const offered = assignmentSchema.safeParse(verified.payload)
    if (!offered.success) return expect(fault).toBe('malformed-payload')
    const key = exampleMessages['key-set'].keys.find(({ kid }) => kid === verified.kid)
    if (key && offered.data.issuedAt >= key.notAfter) return expect(fault).toBe('key-expired')
    const assignment = assignmentSchema.parse(refusedMoves.held)
    const holder = { deviceId: assignment.deviceId, unitId: assignment.unitId, assignment }
    expect(judgeAssignment(holder, offered.data, now as Instant | null)).toBe(fault)
  })
})

describe('docs/device-protocol.md', () => {
  const blocks = [...page.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => ({ name, text }))

  it.each(blocks)('$name is shown as it is', ({ name, text }) => {
    const [file = '', packet] = name.split('#')
    const bare = text.replaceAll(/\s/g, '')
    const content = readFileSync(folder + file, 'utf8')
    if (packet) expect(bare).toBe((JSON.parse(content) as Record<string, string>)[packet])
    else if (file.endsWith('.json')) expect(JSON.parse(text)).toEqual(JSON.parse(content))
    else expect(bare).toBe(content)
  })

  it.each([...refused.cases, ...refusedMoves.cases])('explains the fault $fault', ({ fault }) =>
    expect(page).toContain(`\`${fault}\``),
  )

  it('shows an example of every message', () => {
    const shown = blocks.map(({ name }) => name.replace(/[.#].*$/, ''))
    const hidden = Object.keys(exampleMessages).filter(name => !shown.includes(name))
    // The keys are named in the text; the payload of a line-up is shown, its signature is in the folder.
    expect(hidden).toEqual(['keys'])
  })
})

describe('R4 what a device would not obey', () => {
  const [, table = ''] = /^## 8\. .*?^(\| `subject`.*?)\n\n/ms.exec(page) ?? []
  const rows = table
    .split('\n')
    .slice(2)
    .map(row => row.split('|'))
  const faults = rows.flatMap(([, subjects = '', faults = '']) =>
    [...faults.matchAll(/`([\w-]+)`/g)].map(([, fault = '']) => ({
      subject: /[\w-]+/.exec(subjects)?.[0] ?? '',
      fault,
    })),
  )

  it('is listed', () => expect(faults.length).toBeGreaterThan(25))

  it.each(faults)('is said in both languages: $subject $fault', ({ subject, fault }) => {
    expect(wordDeviceRefusal(subject, fault, 'vi')).toMatch(/^\p{Lu}.*\.$/u)
    expect(wordDeviceRefusal(subject, fault, 'en')).toMatch(/^[A-Z].*\.$/)
  })
})
