import { rmSync } from 'node:fs'
import { request } from 'node:https'
import { openServer } from '@nguon/server'
import { openPlatform, readConfig } from '@nguon/server/platform'
import { writeCertificate } from '@nguon/tests/certificate'
import { freshPglite } from '@nguon/tests/databases'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { expect, it } from 'vitest'

function get(url: string): Promise<{ status: number | undefined; strict: string | undefined }> {
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false }, answer => {
      answer.resume()
      resolve({ status: answer.statusCode, strict: answer.headers['strict-transport-security'] })
    })
      .on('error', reject)
      .end()
  })
}

it('serves pages and interface over TLS when it has a certificate', async () => {
  const folder = temporaryFolder('tls')
  const { certificate, key } = writeCertificate(folder)
  const config = readConfig({
    NGUON_DATA: folder,
    NGUON_PORT: '0',
    NGUON_MQTT_PORT: '0',
    NGUON_LOG_LEVEL: 'silent',
    NGUON_TLS_CERTIFICATE: certificate,
    NGUON_TLS_KEY: key,
  })
  const platform = await openPlatform(config, { database: await freshPglite() })
  const server = await openServer(platform)
  expect(server.url).toMatch(/^https:/)
  expect(await get(`${server.url}/readyz`)).toEqual({ status: 200, strict: 'max-age=31536000' })
  await server.close()
  await platform.close()
  rmSync(folder, { recursive: true, force: true })
})
