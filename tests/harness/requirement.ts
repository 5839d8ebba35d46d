import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs of other makers that the tests run against, by the Debian package that brings them. */
const debianPackages = {
  chromium: 'chromium',
  'espeak-ng': 'espeak-ng',
  ffmpeg: 'ffmpeg',
  initdb: 'postgresql',
  mosquitto: 'mosquitto',
  mosquitto_passwd: 'mosquitto',
  mosquitto_pub: 'mosquitto-clients',
  mosquitto_sub: 'mosquitto-clients',
  mpv: 'mpv',
  openssl: 'openssl',
} as const

export type Program = keyof typeof debianPackages

/** Debian keeps servers out of an ordinary account's PATH, and PostgreSQL's programs in a folder per version. */
function folders(): string[] {
  const postgres = '/usr/lib/postgresql'
  const versions = existsSync(postgres) ? readdirSync(postgres).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    ...versions.map(version => join(postgres, version, 'bin')),
  ]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const told = new Set<Program>()

/**
 * The path of a program, or null when it is missing and what needs it must be skipped (`describe.skipIf(!path)`).
 * Says so in one line; with CI=true a skip is a failure, so it throws.
 */
export function requireProgram(program: Program): string | null {
  const path = folders()
    .map(folder => join(folder, program))
    .find(isExecutable)
  if (path) return path
  const sentence = `${program} is missing and what needs it is skipped; get it with: apt-get install ${debianPackages[program]}`
  if (process.env['CI'] === 'true') throw new Error(`${sentence} (CI=true: a skip is a failure)`)
  if (!told.has(program)) process.stderr.write(`${sentence}\n`)
  told.add(program)
  return null
}
