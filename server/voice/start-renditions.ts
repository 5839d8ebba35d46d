import {
  bulletinLanguages,
  type BulletinText,
  type BulletinVersion,
  isSpoken,
  spokenMatter,
} from '@nguon/domain/bulletins'
import { Refusal } from '@nguon/contract/platform'
import { readingRefusals } from '@nguon/contract/voice'
import type { UnitPath } from '@nguon/domain/platform'
import { type PronunciationDictionary, readText } from '@nguon/domain/voice'
import { findReadyItem } from '@nguon/server/media'
import { type Clock, type Following, type Jobs, newId, type Transaction } from '@nguon/server/platform'
import { dictionaryOf } from './dictionary-of-path.ts'
import { readSetting } from './keep-setting.ts'
import { renderJob, type RenditionReady } from './render-job.ts'
import { findRenditions, type RenditionWork, saveRendition } from './store.ts'

export interface RenditionParts {
  readonly clock: Clock
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly renditionReady: Following<RenditionReady>
}

/** How many unknown words a refusal names. */
const named = 20

/**
 * Sees to it that every language of a version sounds: a recording is taken as it is, a text is read and queued to be
 * voiced. What is there already, from the same reading, is left.
 * @throws READING_UNDECIDED when `decided` is asked for and a word is not, LANGUAGE_NEEDS_RECORDING, RECORDING_MISSING
 */
export async function startRenditions(
  tx: Transaction,
  parts: RenditionParts,
  { version, unitPath, decided }: { version: BulletinVersion; unitPath: UnitPath; decided: boolean },
): Promise<void> {
  const { bulletinId, number, content } = version
  if (!isSpoken(content.kind)) return
  const dictionary = await dictionaryOf(tx, unitPath)
  const { spokenNotice: notice } = await readSetting(tx, unitPath)
  const before = await findRenditions(tx, { bulletinId, version: number })
  for (const [place, text] of content.texts.entries()) {
    const fresh = await renditionOf(tx, parts, { text, place, version, unitPath, dictionary, notice, decided })
    const known = before.find(work => work.language === text.language)
    if (known && isSame(known, fresh)) continue
    await saveRendition(tx, fresh, parts.clock.now())
    if (fresh.state === 'queued') await parts.jobs.enqueue(tx, renderJob, { renditionId: fresh.id })
    else await parts.renditionReady.tell(tx, { bulletinId, version: number })
  }
}

interface TextToSound {
  readonly text: BulletinText
  readonly place: number
  readonly version: BulletinVersion
  readonly unitPath: UnitPath
  readonly dictionary: PronunciationDictionary
  readonly notice: boolean
  readonly decided: boolean
}

async function renditionOf(tx: Transaction, { clock }: RenditionParts, wanted: TextToSound): Promise<RenditionWork> {
  const { text, place, version } = wanted
  const bare: RenditionWork = {
    id: newId(clock.now()),
    bulletinId: version.bulletinId,
    version: version.number,
    place,
    language: text.language,
    source: 'machine',
    state: 'queued',
    progress: 0,
    reading: null,
    sentences: null,
    voiceId: text.voiceId,
    speed: text.speed,
    longerPauses: text.longerPauses,
    title: text.title,
    readingHash: null,
    mediaSha256: null,
    engine: null,
    voice: null,
    refusal: null,
  }
  if (text.recordingSha256 !== null) return recorded(tx, bare, wanted)
  if (text.language !== 'vi') {
    throw new Refusal(readingRefusals.LANGUAGE_NEEDS_RECORDING, {
      field: `content.texts.${place}.recordingSha256`,
      language: bulletinLanguages[text.language],
    })
  }
  const { dictionary, notice, decided } = wanted
  const wish = { dictionary, decisions: text.readingDecisions, today: clock.today(), notice }
  const reading = readText(spokenMatter(text), wish)
  if (decided && reading.undecided.length > 0) {
    const tokens = [...new Set(reading.undecided.map(token => token.source))].slice(0, named)
    throw new Refusal(readingRefusals.READING_UNDECIDED, { field: `content.texts.${place}.body`, tokens })
  }
  const sentences = reading.sentences.map(({ spoken, endsParagraph }) => ({ spoken, endsParagraph }))
  return { ...bare, reading: reading.text, sentences }
}

/** A recording of the library of the unit, or of one above it. */
async function recorded(tx: Transaction, bare: RenditionWork, { text, unitPath }: TextToSound): Promise<RenditionWork> {
  const sha256 = text.recordingSha256
  const item = sha256 === null ? null : await findReadyItem(tx, { sha256, unitIds: unitPath })
  if (item?.kind !== 'sound' || item.sha256 === null) {
    throw new Refusal(readingRefusals.RECORDING_MISSING, { field: `content.texts.${bare.place}.recordingSha256` })
  }
  return { ...bare, source: 'recording', state: 'ready', progress: 1, mediaSha256: item.sha256 }
}

/** Being voiced or voiced already, from the same words in the same way. */
function isSame(known: RenditionWork, fresh: RenditionWork): boolean {
  if (known.state === 'failed' || known.source !== fresh.source) return false
  return known.source === 'recording' ? known.mediaSha256 === fresh.mediaSha256 : known.reading === fresh.reading
}
