const browsers = [
  ['Cốc Cốc', /coc_coc/i],
  ['Microsoft Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS|Chromium/],
  ['Safari', /Safari/],
] as const

const systems = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** "Chrome trên Android", from how a browser names itself; null when it says nothing one would know. */
export function nameBrowser(
  userAgent: string | null,
  words: { readonly onSystem: (browser: string, system: string) => string },
): string | null {
  const find = (table: typeof browsers | typeof systems) => table.find(([, sign]) => sign.test(userAgent ?? ''))?.[0]
  const [browser, system] = [find(browsers), find(systems)]
  return browser && system ? words.onSystem(browser, system) : (browser ?? system ?? null)
}
