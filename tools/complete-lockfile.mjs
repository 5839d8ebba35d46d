// A registry that mirrors some platforms only leaves the binaries of the others out of the lockfile, and `npm ci` then
// refuses everywhere. Run after `npm install` changed the lockfile: enters every missing platform package by the exact
// version its parent asks for. Their integrity is not known here, so npm fills it in where the platform is.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(path, 'utf8'))
const platforms = /(android|darwin|freebsd|linux|openharmony|win32|wasm32|sunos|aix|netbsd|openbsd)/
const processors = /(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el|wasm32)/

let entered = 0
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    if (lock.packages[key] || !/^\d/.test(version)) continue
    const tail = name.slice(name.indexOf('/') + 1)
    const os = platforms.exec(tail)?.[1]
    const cpu = processors.exec(tail)?.[1]
    if (!os || !cpu) continue
    const libc = os === 'linux' ? (/musl/.test(tail) ? ['musl'] : /gnu/.test(tail) ? ['glibc'] : undefined) : undefined
    lock.packages[key] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os === 'wasm32' ? {} : { os: [os] }),
      ...(libc ? { libc } : {}),
    }
    entered += 1
  }
}
const [own, ...rest] = Object.keys(lock.packages)
lock.packages = Object.fromEntries([own, ...rest.sort()].map(key => [key, lock.packages[key]]))
if (entered > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.error(`complete-lockfile: ${entered} packages of other platforms entered`)
