import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { hasPostgres, postgresUrl } from './shared-postgres.ts'

describe.skipIf(!hasPostgres())('the PostgreSQL of a test run', () => {
  it('is one for all who ask, speaks Unicode and sorts by code point', async () => {
    const [url, again] = await Promise.all([postgresUrl(), postgresUrl()])
    expect(again).toBe(url)
    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int >= 150000 as recent, lower('ĐƯỜNG') as lower, 'Z' < 'a' as code_point",
    )
    expect(rows).toEqual([{ recent: true, lower: 'đường', code_point: true }])
    await client.end()
  })
})
