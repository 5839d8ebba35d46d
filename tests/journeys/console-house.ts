import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { openBrowser, windowOf } from '@nguon/tests/browser'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

export interface ConsoleHouse {
  readonly house: TestHouse
  /** A page of this person (null: nobody yet) at a size, closed with the test; a fault of a script in it fails the test. */
  open(person: Person | null, path: string, size: { width: number; height: number }): Promise<Page>
}

/** Far above what anything takes: the machine of the tests may be busy. */
const patienceMilliseconds = 30_000
export const patience = { timeout: patienceMilliseconds }

/** A server with its screens and a browser, for the tests of one file. */
export function consoleHouse(flags: readonly string[] = []): ConsoleHouse {
  let house: TestHouse | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    ;[house, browser] = await Promise.all([openTestHouse(), openBrowser(flags)])
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })
  const opened = () => {
    if (!house || !browser) throw new Error('the house opens before the first test')
    return { house, browser }
  }
  return {
    get house() {
      return opened().house
    },
    open: async (person, path, size) => {
      const { house, browser } = opened()
      const context: BrowserContext = await windowOf(browser, house.url, person, size)
      context.setDefaultTimeout(patienceMilliseconds)
      const faults: string[] = []
      onTestFinished(async () => {
        await context.close()
        if (faults.length > 0) throw new Error(`scripts of the page failed: ${faults.join('; ')}`)
      })
      const page = await context.newPage()
      page.on('pageerror', error => faults.push(error.message))
      await page.goto(`/lam-viec${path}`)
      return page
    },
  }
}

/** The bulletin as the server has it. */
export interface BulletinAnswer {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly content: { readonly texts: readonly [{ readonly title: string; readonly body: string }] }
}

export async function newestBulletin(person: Person): Promise<BulletinAnswer> {
  const { body } = await person.call<{ items: { id: string }[] }>('GET', '/bulletins?sort=newest')
  const id = body.items[0]?.id ?? ''
  return (await person.call<BulletinAnswer>('GET', `/bulletins/${id}`)).body
}

export async function writeBulletin(
  person: Person,
  unitId: string,
  title: string,
  body: string,
): Promise<BulletinAnswer> {
  const answer = await person.call<BulletinAnswer>('POST', '/bulletins', {
    unitId,
    content: { texts: [{ title, body }] },
  })
  return answer.body
}
