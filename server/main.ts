import { ConfigFault, FolderInUse, openPlatform, readConfig } from '@nguon/server/platform'
import { openServer } from './modules.ts'
import { stopOnSignal } from './stop-on-signal.ts'

async function main(): Promise<void> {
  const platform = await openPlatform(readConfig(process.env))
  const server = await openServer(platform)
  platform.log.info({ url: server.url }, 'serving')
  stopOnSignal(async () => {
    await server.close()
    await platform.close()
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ConfigFault || error instanceof FolderInUse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
