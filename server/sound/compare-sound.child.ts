import { readFile } from 'node:fs/promises'
import { compareSounds, readWav, silence } from '@nguon/domain/sound'
import { decodeMp3 } from './decode-mp3.ts'

// node compare-sound.child.ts APPROVED.mp3 RENDERED.wav → one JSON object.
// What was rendered may have been cut off at any byte, or never begun: that is a result, not an error.

const [approvedPath = '', renderedPath = ''] = process.argv.slice(2)
const approved = await decodeMp3(await readFile(approvedPath))
const bytes = await readFile(renderedPath).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return new Uint8Array(0)
  throw error
})
const rendered = readWav(bytes) ?? silence(0, approved.rate)
process.stdout.write(`${JSON.stringify(compareSounds(approved, rendered))}\n`)
