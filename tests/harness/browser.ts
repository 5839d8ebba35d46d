import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import type { Visitor } from './house.ts'
import { requireProgram } from './requirement.ts'

/** Debian's Chromium; null when it is missing and journeys are skipped. */
export const chromiumPath = requireProgram('chromium')

/** A phone in the hand and the laptop of an office. */
export const screens = {
  phone: { width: 360, height: 800 },
  laptop: { width: 1366, height: 768 },
} as const

export function openBrowser(extra: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...extra,
    ],
  })
}

/** A browser window of this person, signed in, at a size. Its clock is Vietnam's. */
export async function windowOf(
  browser: Browser,
  url: string,
  person: Pick<Visitor, 'cookies'> | null,
  size: { readonly width: number; readonly height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  })
  if (person) {
    await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url })))
  }
  return context
}
