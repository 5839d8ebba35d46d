import type { BulletinParts } from '@nguon/server/bulletins'
import { type Config, following, type Platform } from '@nguon/server/platform'
import { openVoices, type Voices, warmUp } from '@nguon/server/speech'
import { guardedFetch } from '@nguon/server/web'
import { renderJob, renderOne, type RenditionReady, requeueStalled } from './render-job.ts'
import { voiceRoutes } from './routes.ts'
import { openSpeaking } from './speak-text.ts'
import { startRenditions } from './start-renditions.ts'
import { keepReadingTask } from './voice-tasks.ts'

type VoicePlatform = Pick<Platform, 'db' | 'clock' | 'jobs' | 'ticker' | 'files' | 'log'> & {
  readonly config: Pick<Config, 'voice'>
}

/**
 * The voice of bulletins: what is submitted is read and voiced, once and for all listeners. A word nobody decided on
 * stops the submission (I22).
 */
export function openVoice(platform: VoicePlatform, bulletins: { readonly parts: BulletinParts }) {
  const { db, clock, jobs, ticker, files, log } = platform
  const { url } = platform.config.voice
  const fetch = guardedFetch({ inside: url === null ? [] : [new URL(url).hostname] })
  const voices = openVoices(platform.config.voice, { fetch })
  const renditionReady = following<RenditionReady>()
  const render = { db, clock, files, voices, renditionReady }
  jobs.handle(renderJob, ({ renditionId }) => renderOne(render, renditionId))
  ticker.every(5000, 'requeue stalled renditions', async () => void (await requeueStalled(render, jobs)))
  const parts = { clock, jobs, renditionReady }
  bulletins.parts.created.follow((tx, told) => keepReadingTask(tx, { clock }, { ...told, isDraft: true, by: null }))
  bulletins.parts.steps.follow(async (tx, { act, version, unitPath, after, actor }) => {
    await keepReadingTask(tx, { clock }, { version, unitPath, isDraft: after.state === 'draft', by: actor })
    if (act === 'submit') await startRenditions(tx, parts, { version, unitPath, decided: true })
  })
  const wake = waking(voices, log)
  return {
    routes: voiceRoutes({ db, voices, wake, bulletins: bulletins.parts, renditions: parts }),
    renditionReady,
    warmUp: wake,
    speaking: openSpeaking({ db, clock, voices }),
    close: () => voices.close(),
  }
}

/**
 * Has the voice ready for who will hear it soon: at a start, and whenever a reading is looked at. In the background; a
 * voice that cannot be had is told once here, and to whoever needs it.
 */
function waking(voices: Voices, log: Platform['log']): () => Promise<void> {
  let waking: Promise<void> | undefined
  let told = false
  const wake = async () => {
    try {
      await warmUp(await voices.engine())
    } catch (error) {
      if (!told) log.warn({ error }, 'the voice could not be warmed up')
      told = true
    }
  }
  return () => (waking ??= wake().finally(() => (waking = undefined)))
}
