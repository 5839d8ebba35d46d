import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openBrowser, screens, windowOf } from '../harness/browser.ts'
import { openTestHouse, type TestHouse } from '../harness/house.ts'

interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly 'x-access'?: { readonly kind: string }
  readonly 'x-refusals': readonly { readonly code: string; readonly vi: string; readonly en: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

describe('the page to read the interface', () => {
  let house: TestHouse
  let page: string
  let operations: readonly Operation[]
  beforeAll(async () => {
    house = await openTestHouse()
    page = await (await fetch(`${house.url}/api`)).text()
    const { paths } = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>
    }
    operations = Object.values(paths).flatMap(methods => Object.values(methods))
  })
  afterAll(() => house.close())

  it('shows every operation with its summary', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(operations.filter(({ operationId }) => !page.includes(`id="${operationId}"`))).toEqual([])
    expect(
      operations.filter(({ summary, tags }) => !summary || !tags?.[0]).map(({ operationId }) => operationId),
    ).toEqual([])
  })

  it('shows of every operation who may call it, what it refuses and how it is called', () => {
    const count = (text: string) => page.split(text).length - 1
    for (const heading of ['Ai gọi được', 'Từ chối', 'Ví dụ']) {
      expect(count(`<h3>${heading}</h3>`), heading).toBe(operations.length)
    }
    expect(count('<pre tabindex="0">curl ')).toBe(operations.length)
  })

  it('says of every operation who may call it', () => {
    expect(operations.filter(operation => !operation['x-access']).map(({ operationId }) => operationId)).toEqual([])
  })

  it('words every refusal in both languages', () => {
    const refusals = operations.flatMap(operation => operation['x-refusals'])
    expect(new Set(refusals.map(({ code }) => code)).size).toBeGreaterThan(20)
    expect(refusals.filter(({ vi, en }) => !vi || !en || vi === en).map(({ code }) => code)).toEqual([])
    expect(refusals.filter(({ code }) => !page.includes(`<code>${code}</code>`)).map(({ code }) => code)).toEqual([])
  })

  it('describes a refusal as it is answered', async () => {
    const answer = await fetch(`${house.url}/api/tasks`)
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const described = operations.find(({ operationId }) => operationId === 'tasks.list')?.responses['401']
    expect(answer.status).toBe(401)
    const content = described?.content?.[type] as { schema: { properties: object } } | undefined
    const fields = Object.keys((await answer.json()) as object)
    expect(Object.keys(content?.schema.properties ?? {}).toSorted()).toEqual(fields.toSorted())
  })

  it.skipIf(!chromiumPath)('is read in a browser without any other host, without script, by anyone', async () => {
    const browser = await openBrowser()
    try {
      const tab = await (await windowOf(browser, house.url, null, screens.phone)).newPage()
      const asked: string[] = []
      const complaints: string[] = []
      tab.on('request', request => void asked.push(new URL(request.url()).origin))
      tab.on('console', message => void complaints.push(message.text()))
      await tab.goto(`${house.url}/api`)
      await tab.locator('summary').first().click()
      expect(await tab.locator('details[open] table, details[open] ul').count()).toBeGreaterThan(0)
      expect(new Set(asked)).toEqual(new Set([house.url]))
      expect(complaints.filter(text => !text.includes('favicon'))).toEqual([])
      expect(await tab.locator('script').count()).toBe(0)
      const width = await tab.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(screens.phone.width)
      const { violations } = await new AxeBuilder({ page: tab }).withTags(['wcag2a', 'wcag2aa']).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
