import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { requireProgram } from './requirement.ts'

/** Writes an EC key and a certificate for `localhost` signed by itself into the folder, over an earlier pair. */
export function writeCertificate(folder: string): { readonly certificate: string; readonly key: string } {
  const openssl = requireProgram('openssl')
  if (!openssl) throw new Error('ask `requireProgram` before')
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  execFileSync(openssl, [...request.split(' '), ...names, '-keyout', files.key, '-out', files.certificate], {
    stdio: 'ignore',
  })
  return files
}
