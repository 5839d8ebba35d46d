import { voiceContract } from '@nguon/contract/voice'
import { readText } from '@nguon/domain/voice'
import { mayReadBulletins, spokenMatter } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { type BulletinParts, type Caller, holdForAct, readBulletin } from '@nguon/server/bulletins'
import { type Database, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import { decideReading } from './decide-reading.ts'
import { listEntries } from './dictionary-store.ts'
import { addEntry, changeEntry, removeEntry } from './keep-dictionary.ts'
import { keepSetting, readSetting } from './keep-setting.ts'
import type { Voices } from '@nguon/server/speech'
import { dictionaryOf } from './dictionary-of-path.ts'
import { renditionsOf } from './renditions-of.ts'
import { type RenditionParts, startRenditions } from './start-renditions.ts'

export interface VoiceRouteParts {
  readonly db: Database
  readonly voices: Voices
  /** Somebody looks at a reading and will hear it soon. Nothing waits for this. */
  readonly wake: () => Promise<void>
  readonly bulletins: BulletinParts
  readonly renditions: RenditionParts
}

export function voiceRoutes({ db, voices, wake, bulletins, renditions }: VoiceRouteParts) {
  const { clock } = bulletins
  const os = implement(voiceContract).$context<RequestContext>().use(operationGuard)
  const callerOf = (context: RequestContext): Caller => ({ actor: actorOf(context), address: context.address })
  const current = async (context: RequestContext, id: BulletinId) => {
    const { version } = await readBulletin(db, bulletins, actorOf(context), id)
    return { version, renditions: [...(await renditionsOf(db, id, version))] }
  }

  return os.router({
    voices: os.voices.handler(async () => ({ voices: await offeredVoices(voices) })),
    readText: os.readText.handler(async ({ input, context }) => {
      const unitPath = await readUnitPath(db, { clock }, input.unitId)
      requireRight(mayReadBulletins(actorOf(context), unitPath))
      void wake()
      const dictionary = await dictionaryOf(db, unitPath)
      const { spokenNotice: notice } = await readSetting(db, unitPath)
      return readText(input.text, { dictionary, decisions: input.readingDecisions, today: clock.today(), notice })
    }),
    bulletinReadings: os.bulletinReadings.handler(async ({ input, context }) => {
      const { version, content, unitId } = await readBulletin(db, bulletins, actorOf(context), input.id)
      void wake()
      const unitPath = await readUnitPath(db, { clock }, unitId)
      const dictionary = await dictionaryOf(db, unitPath)
      const { spokenNotice: notice } = await readSetting(db, unitPath)
      const today = clock.today()
      const machineRead = content.texts.filter(text => text.recordingSha256 === null)
      return {
        version,
        readings: machineRead.map(text => ({
          language: text.language,
          ...readText(spokenMatter(text), { dictionary, decisions: text.readingDecisions, today, notice }),
        })),
      }
    }),
    decideReading: os.decideReading.handler(async ({ input, context }) => {
      const caller = callerOf(context)
      await transact(db, tx => decideReading(tx, bulletins, caller, input))
      return readBulletin(db, bulletins, caller.actor, input.id)
    }),
    renditions: os.renditions.handler(({ input, context }) => current(context, input.id)),
    render: os.render.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const { version, unitPath } = await holdForAct(tx, bulletins, actorOf(context), { ...input, act: 'edit' })
        await startRenditions(tx, renditions, { version, unitPath, decided: false })
      })
      return current(context, input.id)
    }),
    setting: os.setting.handler(async ({ input, context }) => {
      const unitPath = await readUnitPath(db, { clock }, input.unitId)
      requireRight(mayReadBulletins(actorOf(context), unitPath))
      return readSetting(db, unitPath)
    }),
    keepSetting: os.keepSetting.handler(({ input, context }) =>
      transact(db, tx => keepSetting(tx, { clock }, callerOf(context), input)),
    ),
    dictionary: os.dictionary.handler(async ({ input, context }) => {
      const unitIds = await readUnitPath(db, { clock }, input.unitId)
      requireRight(mayReadBulletins(actorOf(context), unitIds))
      const { search = '', limit } = input
      const rows = await listEntries(db, { unitIds, search, after: readCursor(input.cursor), limit: limit + 1 })
      const page = pageFrom(rows, limit, last => [last.folded, last.id])
      return { ...page, items: page.items.map(({ folded: _folded, ...entry }) => entry) }
    }),
    addEntry: os.addEntry.handler(({ input, context }) =>
      transact(db, tx => addEntry(tx, { clock }, callerOf(context), input)),
    ),
    changeEntry: os.changeEntry.handler(({ input, context }) =>
      transact(db, tx => changeEntry(tx, { clock }, callerOf(context), input)),
    ),
    removeEntry: os.removeEntry.handler(async ({ input, context }) => {
      await transact(db, tx => removeEntry(tx, { clock }, callerOf(context), input))
      return {}
    }),
  })
}

/** Every voice by the id a text takes; the first is the one that reads when a text names none. */
async function offeredVoices(voices: Voices) {
  const engines = await voices.offered()
  const all = engines.flatMap(engine => engine.voices.map(voice => ({ engine, voice })))
  return all.map(({ engine, voice: { id, name, region } }, index) => ({
    id: `${engine.id}/${id}`,
    name,
    engineName: engine.name,
    region,
    usual: index === 0,
  }))
}
