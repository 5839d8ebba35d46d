import { type FSWatcher, readFileSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { createSecureContext, type SecureContextOptions, type Server } from 'node:tls'

/** Paths of PEM files. */
export interface CertificateFiles {
  readonly certificate: string
  readonly key: string
}

export function readCertificate(files: CertificateFiles): Pick<SecureContextOptions, 'cert' | 'key'> {
  return { cert: readFileSync(files.certificate), key: readFileSync(files.key) }
}

/** Two files are seldom replaced in one instant. */
const settleMilliseconds = 200

/**
 * Gives the server a renewed certificate without a restart. The folders are watched, not the files: renewal replaces files or
 * links. A pair that does not fit is told to `onFault` and the old one stays. Returns what ends the watch.
 */
export function watchCertificate(
  files: CertificateFiles,
  server: Pick<Server, 'setSecureContext'>,
  onFault: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const reload = () => {
    try {
      const pair = readCertificate(files)
      createSecureContext(pair)
      server.setSecureContext({ ...pair, minVersion: 'TLSv1.2' })
    } catch (error) {
      onFault(error)
    }
  }
  const folders = new Set([dirname(files.certificate), dirname(files.key)])
  const watchers: FSWatcher[] = [...folders].map(folder =>
    watch(folder, { persistent: false }, () => {
      clearTimeout(timer)
      timer = setTimeout(reload, settleMilliseconds)
    }),
  )
  for (const watcher of watchers) watcher.on('error', onFault)
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
