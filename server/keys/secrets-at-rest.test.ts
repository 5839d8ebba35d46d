import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigFault, type Database, systemClock, transact } from '@nguon/server/platform'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { dumpText } from '@nguon/tests/dump-text'
import { exportJWK, generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { openKeys } from './open-keys.ts'
import { rewrapSecrets } from './rewrap-secrets.ts'
import { SealedOtherwise } from './sealing.ts'

const log = pino({ level: 'silent' })
const newFolder = () => mkdtempSync(join(tmpdir(), 'nguon-keys-'))
const keyGiven = () => ({ kind: 'value', key: randomBytes(32) }) as const

/** What the database of an instance held that started before secrets were sealed. */
async function storePlainSecrets(db: Database): Promise<{ session: string; d: string; x: string }> {
  const session = randomBytes(32).toString('base64url')
  const { x = '', d = '' } = await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey)
  const jwk = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x, d })
  const at = new Date(systemClock.now())
  const end = new Date(systemClock.now() + 86_400_000_000)
  await transact(db, async tx => {
    await sql`INSERT INTO keys.secret (name, value, created_at) VALUES ('session', ${session}, ${at})`.execute(tx)
    await sql`INSERT INTO keys.signing_key (kid, role, private_jwk, not_before, not_after)
      VALUES ('theroot', 'root', ${jwk}::jsonb, ${at}, ${end})`.execute(tx)
  })
  return { session, d, x }
}

describeOnEitherDatabase('secrets at rest', open => {
  it('what lay plain is sealed at the first start and goes on working; a dump holds no private part', async () => {
    const database = await open()
    const { db } = database
    const plain = await storePlainSecrets(db)
    const config = { dataFolder: newFolder(), secretKey: keyGiven() } as never
    const keys = await openKeys({ db, clock: systemClock, config, log })
    expect(await keys.secret('session')).toBe(plain.session)
    expect(await keys.keyring.root()).toEqual({ kid: 'theroot', kty: 'OKP', crv: 'Ed25519', x: plain.x })
    await keys.keyring.keySet()
    const dump = await dumpText(db)
    expect(dump).toContain(plain.x)
    expect(dump).not.toContain(plain.session)
    expect(dump).not.toContain(plain.d)
    expect(dump).not.toMatch(/"d":/)
    const again = await openKeys({ db, clock: systemClock, config, log })
    expect(await again.keyring.keySet()).not.toBe('')
    await database.close()
  })

  it('another key is refused in a sentence that names both, and changes nothing', async () => {
    const database = await open()
    const { db } = database
    const parts = { db, clock: systemClock, log }
    const first = { dataFolder: newFolder(), secretKey: keyGiven() } as never
    await (await openKeys({ ...parts, config: first })).keyring.keySet()
    const before = await dumpText(db)
    const wrong = openKeys({ ...parts, config: { dataFolder: newFolder(), secretKey: keyGiven() } as never })
    await expect(wrong).rejects.toThrow(SealedOtherwise)
    await expect(wrong).rejects.toThrow(/sealed with the key [0-9a-f]{12}, and the key given is [0-9a-f]{12}/)
    expect(await dumpText(db)).toBe(before)
    await database.close()
  })

  it('the key file of the embedded database is its owner’s alone, and is never made anew over sealed secrets', async () => {
    const database = await open()
    const { db } = database
    const dataFolder = newFolder()
    const parts = { db, clock: systemClock, log }
    await (await openKeys({ ...parts, config: { dataFolder, secretKey: null } as never })).keyring.keySet()
    const path = join(dataFolder, 'secret.key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await dumpText(db)).not.toContain(readFileSync(path, 'utf8').trim())
    const elsewhere = newFolder()
    const lost = openKeys({ ...parts, config: { dataFolder: elsewhere, secretKey: null } as never })
    await expect(lost).rejects.toThrow(ConfigFault)
    await expect(lost).rejects.toThrow('secret.key')
    expect(existsSync(join(elsewhere, 'secret.key'))).toBe(false)
    await database.close()
  })

  it('a row copied over another one does not open', async () => {
    const database = await open()
    const { db } = database
    const parts = { db, clock: systemClock, log, config: { dataFolder: newFolder(), secretKey: keyGiven() } as never }
    const keys = await openKeys(parts)
    await keys.secret('session')
    await keys.secret('other')
    await transact(db, tx =>
      sql`UPDATE keys.secret SET value = (SELECT value FROM keys.secret WHERE name = 'other') WHERE name = 'session'`.execute(
        tx,
      ),
    )
    await expect(keys.secret('session')).rejects.toThrow(SealedOtherwise)
    await expect(openKeys(parts)).rejects.toThrow('keys.secret/session')
    await database.close()
  })

  it.each(['file', 'own'])(
    'the key is changed in one step, and the old one opens nothing any more (%s)',
    async kind => {
      const database = await open()
      const { db } = database
      const parts = { db, clock: systemClock, log }
      const dataFolder = newFolder()
      const old = { dataFolder, secretKey: kind === 'own' ? null : keyGiven() } as never
      const before = await openKeys({ ...parts, config: old })
      const root = await before.keyring.root()
      const session = await before.secret('session')
      const oldOwn = kind === 'own' ? readFileSync(join(dataFolder, 'secret.key'), 'utf8') : ''

      const file = join(newFolder(), 'new.key')
      writeFileSync(file, `${randomBytes(48).toString('hex')}\n`)
      const told: number[] = []
      const record = (_tx: unknown, { sealedAnew }: { sealedAnew: number }) =>
        Promise.resolve(void told.push(sealedAnew))
      const change = () => rewrapSecrets({ db, config: old }, kind === 'own' ? null : file, record)
      const done = await change()
      expect(done.sealedAnew).toBe(3)
      expect(told).toEqual([3])
      if (kind === 'file') expect((await change()).sealedAnew).toBe(0)

      const fresh = kind === 'own' ? old : ({ dataFolder, secretKey: { kind: 'file', path: file } } as never)
      const after = await openKeys({ ...parts, config: fresh })
      expect(await after.keyring.root()).toEqual(root)
      expect(await after.secret('session')).toBe(session)
      await after.keyring.signingKey()
      if (kind === 'own') writeFileSync(join(dataFolder, 'secret.key'), oldOwn)
      await expect(openKeys({ ...parts, config: old })).rejects.toThrow(SealedOtherwise)
      await database.close()
    },
  )
})
