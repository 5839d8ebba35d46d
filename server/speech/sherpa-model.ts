import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The files of a Piper or VITS model as sherpa-onnx wants them named; an empty path means there is none. */
export interface SherpaModel {
  readonly path: string
  readonly tokens: string
  readonly lexicon: string
  readonly dataDir: string
  /** Its speakers by number; most models have one. */
  readonly speakers: readonly string[]
}

const description = z.object({
  num_speakers: z.number().int().min(1).max(1000).optional(),
  speaker_id_map: z.record(z.string(), z.number().int()).optional(),
})

/** What a folder lacks to be a model, as a sentence for the administrator. */
export class ModelFault extends Error {
  override name = 'ModelFault'
}

/**
 * Finds the model in a folder: one `*.onnx`, `tokens.txt`, and where they exist `lexicon.txt`, `espeak-ng-data/` and
 * Piper's `*.onnx.json`, which names the speakers.
 * @throws ModelFault
 */
export function readSherpaModel(folder: string): SherpaModel {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const [model, ...others] = names.filter(name => name.endsWith('.onnx'))
  if (!model) throw new ModelFault(`${folder}: no .onnx model`)
  if (others.length > 0) throw new ModelFault(`${folder}: more than one .onnx model`)
  if (!names.includes('tokens.txt')) throw new ModelFault(`${folder}: no tokens.txt`)
  const optional = (name: string) => (names.includes(name) ? join(folder, name) : '')
  return {
    path: join(folder, model),
    tokens: join(folder, 'tokens.txt'),
    lexicon: optional('lexicon.txt'),
    dataDir: optional('espeak-ng-data'),
    speakers: readSpeakers(optional(`${model}.json`), model.replace('.onnx', '')),
  }
}

function readSpeakers(path: string, modelName: string): string[] {
  if (!path) return [modelName]
  const parsed = description.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new ModelFault(`${path}: not a description of a Piper model`)
  const names = new Map(Object.entries(parsed.data.speaker_id_map ?? {}).map(([name, number]) => [number, name]))
  const count = parsed.data.num_speakers ?? 1
  return Array.from({ length: count }, (_, number) => names.get(number) ?? (count === 1 ? modelName : `${number}`))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
