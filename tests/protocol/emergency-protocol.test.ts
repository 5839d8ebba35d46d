import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { emergenciesMessageSchema, emergencyAheadSchema, emergencyDocumentSchema } from '@nguon/contract/emergencies'
import { documentTypes, verify } from '@nguon/contract/signing'
import { emergencyTypes } from '@nguon/domain/emergencies'
import type { Instant } from '@nguon/domain/platform'
import { judgeEmergency } from '@nguon/domain/player'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { exampleKeys, exampleMessages, publicPart } from './device-examples.ts'
import { emergencyDocuments, emergencyMessages, refusedEmergencies } from './emergency-examples.ts'

const folder = fileURLToPath(new URL('../../contract/examples/devices/', import.meta.url))
const page = readFileSync(new URL('../../docs/device-protocol.md', import.meta.url), 'utf8')
const documents = await emergencyDocuments()
const refused = await refusedEmergencies()

/** Set to write the examples anew after the protocol has changed on purpose. */
const update = process.env['UPDATE_EXAMPLES'] === '1'

function stored(name: string, made: string): string {
  if (update) writeFileSync(folder + name, made)
  return readFileSync(folder + name, 'utf8')
}

describe('I31 the examples of emergencies', () => {
  it.each(Object.entries({ ...emergencyMessages, 'refused-emergencies': refused }))(
    '%s.json is what is sent',
    (name, value) => expect(JSON.parse(stored(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`))).toEqual(value),
  )

  it.each(Object.entries(documents))('%s.jws is byte for byte what is sent', (name, jws) =>
    expect(stored(`${name}.jws`, jws)).toBe(jws),
  )

  const schemas: Readonly<Record<string, z.ZodType>> = {
    emergency: emergencyDocumentSchema,
    cancellation: emergencyDocumentSchema,
    ahead: emergencyAheadSchema,
    emergencies: emergenciesMessageSchema,
  }
  it.each(Object.entries(emergencyMessages))('%s fits its schema and is shown on the page', (name, message) => {
    expect(schemas[name]?.parse(message)).toEqual(message)
    expect(page).toContain(`\`\`\`json ${name}.json`)
  })
})

describe('emergencies a device must not obey', () => {
  const keys = [publicPart(exampleKeys.signing)]
  const holder = { deviceId: refused.deviceId, unitId: refused.unitId, mark: null }
  const before = { state: 'played' as const, reason: null, at: null, turnAt: 0 as Instant, rounds: 0, playedSeconds: 0 }
  const held = { document: refused.held, ...before, startedAt: null, failures: 0, nextAt: null, live: false }

  async function faultOf(jws: string, now: number | null) {
    for (const type of emergencyTypes) {
      const verified = await verify(documentTypes[type], jws, keys)
      if ('fault' in verified && verified.fault === 'type') continue
      if ('fault' in verified) return verified.fault
      const document = emergencyDocumentSchema.safeParse(verified.payload)
      if (!document.success || document.data.type !== type) return 'malformed-payload'
      const key = exampleMessages['key-set'].keys.find(({ kid }) => kid === verified.kid)
      if (key && document.data.sentAt >= key.notAfter) return 'key-expired'
      return judgeEmergency({ ...holder, emergencies: [held] }, document.data, now as Instant | null, false)
    }
    return 'type'
  }

  it.each(refused.cases)('D19 D20 D21 I03 I04 I07 $fault', async ({ fault, jws, now = refused.now }) => {
    expect(await faultOf(jws, now)).toBe(fault)
    expect(page).toContain(`\`${fault}\``)
  })

  it('and the one they were made of is obeyed', async () => {
    const verified = await verify(documentTypes.emergency, documents['emergency'] ?? '', keys)
    const document = emergencyDocumentSchema.parse('payload' in verified ? verified.payload : null)
    expect(judgeEmergency({ ...holder, emergencies: [] }, document, refused.now as Instant, false)).toBeNull()
  })
})
