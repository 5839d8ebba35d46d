import type { KeySet } from '@nguon/contract/keys'
import { lineupFrameSchema, lineupItemSchema, lineupMediaSchema } from '@nguon/contract/lineups'
import { documentTypes, type SignatureFault, verify } from '@nguon/contract/signing'
import type { Lineup } from '@nguon/domain/lineups'
import type { z } from 'zod'
import { keyInForce } from './key-set.ts'

export type ReadLineup =
  | { readonly lineup: Lineup; readonly bad: readonly string[] }
  | { readonly fault: SignatureFault | 'malformed-payload' | 'key-expired' }

/**
 * Verifies the bytes, then reads the frame, then each item and medium alone: one bad row costs only itself
 * (incident I15). `bad` says what was left out and why.
 */
export async function readLineup(jws: string, keySet: KeySet): Promise<ReadLineup> {
  const verified = await verify(documentTypes.lineup, jws, keySet.keys)
  if ('fault' in verified) return verified
  const frame = lineupFrameSchema.safeParse(verified.payload)
  if (!frame.success) return { fault: 'malformed-payload' }
  if (!keyInForce(keySet, verified.kid, frame.data.issuedAt)) return { fault: 'key-expired' }
  const items = readEach('item', frame.data.items, lineupItemSchema)
  const media = readEach('media', frame.data.media, lineupMediaSchema)
  return { lineup: { ...frame.data, items: items.good, media: media.good }, bad: [...items.bad, ...media.bad] }
}

function readEach<Schema extends z.ZodType>(name: string, rows: readonly unknown[], schema: Schema) {
  const good: z.output<Schema>[] = []
  const bad: string[] = []
  for (const [index, row] of rows.entries()) {
    const read = schema.safeParse(row)
    if (read.success) good.push(read.data)
    else
      bad.push(
        `${name} ${index}: ${read.error.issues.map(issue => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
      )
  }
  return { good, bad }
}
