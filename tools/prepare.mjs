// Runs before every npm script, on Node 20 or newer with nothing installed:
// installs packages when the lockfile is newer than node_modules, builds the screens when their sources changed,
// and with --tests brings the programs the tests run against. Speaks on stderr only.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const flags = new Set(process.argv.slice(2))
const say = line => process.stderr.write(`${line}\n`)

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) {
    say(`prepare: "${command} ${args.join(' ')}" did not succeed; nothing was started.`)
    process.exit(result.status ?? 1)
  }
}

function installPackages() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex')
  const stamp = join(root, 'node_modules', '.nguon-lock')
  const same = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  if (same && existsSync(installed)) return
  if (!existsSync(stamp) && existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    rmSync(stamp, { force: true })
    writeFileSync(stamp, digest)
    return
  }
  say('prepare: installing packages (once; about a minute)')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  rmSync(stamp, { force: true })
  writeFileSync(stamp, digest)
}

function sourcesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (['node_modules', 'dist', 'package-lock.json'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sourcesOf(path) : [path]
  })
}

function buildScreens() {
  if (!existsSync(join(root, 'console', 'index.html'))) return
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['console', 'design', 'contract', 'domain']) {
    for (const path of sourcesOf(join(root, folder)).sort()) {
      if (!path.endsWith('.test.ts')) hash.update(path.slice(root.length)).update(readFileSync(path))
    }
  }
  const digest = hash.digest('hex')
  const stamp = join(root, 'console', 'dist', '.built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say('prepare: building the screens')
  run('npm', ['run', 'build', '-w', 'console', '--silent'])
  mkdirSync(join(root, 'console', 'dist'), { recursive: true })
  writeFileSync(stamp, digest)
}

const programs = [
  { debian: 'chromium', found: () => existsSync('/usr/bin/chromium'), for: 'the journeys in a browser' },
  { debian: 'postgresql', found: () => existsSync('/usr/lib/postgresql'), for: 'the store tests on PostgreSQL' },
  { debian: 'mosquitto', found: () => existsSync('/usr/sbin/mosquitto'), for: 'the device tests on Mosquitto' },
  {
    debian: 'mosquitto-clients',
    found: () => existsSync('/usr/bin/mosquitto_pub'),
    for: 'the broker tests with a client of another maker',
  },
  { debian: 'openssl', found: () => existsSync('/usr/bin/openssl'), for: 'the tests of TLS' },
  { debian: 'mpv', found: () => existsSync('/usr/bin/mpv'), for: 'play-out on a bare host' },
  { debian: 'espeak-ng', found: () => existsSync('/usr/bin/espeak-ng'), for: "the voice of Debian's espeak-ng" },
  { debian: 'ffmpeg', found: () => existsSync('/usr/bin/ffmpeg'), for: 'sound files other than MP3 and WAV' },
]

function installPrograms() {
  const missing = programs.filter(program => !program.found())
  if (missing.length === 0) return
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (rootOnDebian) {
    const names = missing.map(program => program.debian)
    say(`prepare: installing ${names.join(', ')} from Debian (once)`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env })
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
        stdio: ['ignore', 2, 2],
        env,
      })
    } catch {
      say('prepare: apt-get did not succeed; the tests that need these programs will say so.')
    }
  }
  for (const program of programs.filter(program => !program.found())) {
    say(
      `prepare: ${program.debian} is missing: ${program.for} will be skipped. Get it with: apt-get install ${program.debian}`,
    )
  }
}

installPackages()
if (flags.has('--tests')) installPrograms()
if (!flags.has('--no-build')) buildScreens()
