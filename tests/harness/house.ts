import { rmSync } from 'node:fs'
import { openServer, type Server } from '@nguon/server'
import type { AccountId, Role, UnitId } from '@nguon/domain/platform'
import {
  type Clock,
  type Database,
  type OpenDatabase,
  openPlatform,
  type Platform,
  readConfig,
  systemClock,
  transact,
} from '@nguon/server/platform'
import { importUnits } from '@nguon/server/territory'
import { freshPglite } from './databases.ts'
import { temporaryFolder } from './leashed-process.ts'

/** A province, two communes side by side and villages of each: one above, one beside and one below of everything. */
const table = `Mã;Tên;Mã cấp trên
66;Tỉnh Đắk Lắk;
24343;Xã Krông Năng;66
24343-T01;Thôn 1;24343
24343-T02;Thôn 2;24343
24346;Xã Dliê Ya;66
24346-T01;Thôn 1;24346
`

export type UnitCode = '66' | '24343' | '24343-T01' | '24343-T02' | '24346' | '24346-T01'

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

/** Someone at a browser of their own: keeps cookies, speaks JSON. */
export interface Visitor {
  call<Body = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<Body>>
  /** With headers of one's own, such as `x-forwarded-for`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  readonly cookies: Map<string, string>
}

export interface Person extends Visitor {
  readonly accountId: AccountId
}

export interface TestHouse {
  readonly url: string
  readonly server: Server
  readonly platform: Platform
  readonly db: Database
  readonly clock: Clock
  readonly units: Readonly<Record<UnitCode, UnitId>>
  /** Someone without a session. */
  visitor(headers?: Readonly<Record<string, string>>): Visitor
  /** The account that holds the role in the unit, made and signed in at the first call. */
  person(role: Role, unit: UnitCode): Promise<Person>
  /** A new account without any role, or with those given, of the unit; not signed in. */
  newAccount(unit: UnitCode, roles?: readonly Role[]): Promise<{ accountId: AccountId; userName: string }>
  signIn(accountId: AccountId): Promise<Person>
  close(): Promise<void>
}

function visitorAt(url: string, headers: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>()
  const visit: Visitor['fetch'] = async (path, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string> | undefined) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const equals = pair.indexOf('=')
      if (/max-age=0\b/i.test(line)) cookies.delete(pair.slice(0, equals))
      else cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
    }
    return answer
  }
  return {
    cookies,
    fetch: visit,
    call: async (method: string, path: string, body?: unknown) => {
      const answer = await visit(`/api${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const text = await answer.text()
      return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as never, headers: answer.headers }
    },
  }
}

/** The whole server on a free port of the loopback, with a small territory; closed by whoever opened it. */
export async function openTestHouse(
  given: { clock?: Clock; database?: OpenDatabase; settings?: Readonly<Record<string, string>> } = {},
): Promise<TestHouse> {
  const clock = given.clock ?? systemClock
  const folder = temporaryFolder('house')
  const config = readConfig({
    NGUON_DATA: folder,
    NGUON_PORT: '0',
    NGUON_MQTT_PORT: '0',
    NGUON_LOG_LEVEL: process.env['NGUON_LOG_LEVEL'] ?? 'silent',
    ...given.settings,
  })
  const platform = await openPlatform(config, {
    clock,
    ...(config.databaseUrl ? {} : { database: given.database ?? (await freshPglite()) }),
  })
  const { db } = platform
  const { rows } = await importUnits(
    { db, clock },
    { actor: null, language: 'vi', address: null },
    { file: Buffer.from(table).toString('base64'), legalAct: null, dryRun: false },
  )
  const units = Object.fromEntries(rows.map(({ code, unitId }) => [code, unitId])) as Record<UnitCode, UnitId>
  const server = await openServer(platform, { demo: true })
  const { identity, entrance } = server

  let number = 0
  const newAccount: TestHouse['newAccount'] = async (unit, roles = []) => {
    number += 1
    const userName = `canbo.${number}`
    const person = { name: `Cán bộ ${number}`, position: 'Công chức', phone: null }
    const account = await transact(db, tx =>
      identity.addAccount(tx, { ...person, userName, unitId: units[unit], roles }),
    )
    return { accountId: account.id, userName }
  }
  const signIn = async (accountId: AccountId): Promise<Person> => {
    const { path } = await transact(db, tx => entrance.createSignInLink(tx, accountId))
    const visitor = visitorAt(server.url)
    const answer = await visitor.fetch(path)
    if (answer.headers.get('location') !== '/lam-viec') throw new Error('the sign-in link did not open')
    return { ...visitor, accountId }
  }
  const people = new Map<string, Promise<Person>>()
  return {
    url: server.url,
    server,
    platform,
    db,
    clock,
    units,
    newAccount,
    signIn,
    visitor: headers => visitorAt(server.url, headers),
    person: (role, unit) => {
      const key = `${role} ${unit}`
      const known = people.get(key) ?? newAccount(unit, [role]).then(({ accountId }) => signIn(accountId))
      people.set(key, known)
      return known
    },
    close: async () => {
      await server.close()
      await platform.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
