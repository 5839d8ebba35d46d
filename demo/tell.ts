/** One sentence in both languages. */
export interface Told {
  readonly vi: string
  readonly en: string
}

export type Tell = (told: Told) => void

/** Vietnamese unless the environment asks for English (`LANG=en`). Speaks on standard error when the output is JSON. */
export function teller({ language, json }: { language: 'vi' | 'en'; json: boolean }): Tell {
  const stream = json ? process.stderr : process.stdout
  return told => void stream.write(`${told[language]}\n`)
}

export function languageOf(environment: NodeJS.ProcessEnv): 'vi' | 'en' {
  return /^en/i.test(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '') ? 'en' : 'vi'
}
