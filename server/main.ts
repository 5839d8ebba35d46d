import { SealedOtherwise } from '@nguon/server/keys'
import { ConfigFault, FolderInUse, openPlatform, readConfig } from '@nguon/server/platform'
import { openServer } from './modules.ts'
import { stopOnSignal } from './stop-on-signal.ts'

async function main(): Promise<void> {
  const platform = await openPlatform(readConfig(process.env))
  const server = await openServer(platform).catch(async (error: unknown) => {
    await platform.close()
    throw error
  })
  platform.log.info({ url: server.url }, 'serving')
  void server.warmUp()
  const setUp = await server.entrance.setUpLink()
  if (setUp) {
    const address = new URL(setUp, platform.config.baseUrl ?? server.url).toString()
    process.stdout.write(
      `Chưa có tài khoản nào. Mở đường dẫn này (dùng một lần, trong 24 giờ) để tạo người quản trị:\n`,
    )
    process.stdout.write(`There is no account yet. Open this link (once, within 24 hours) to make the administrator:\n`)
    process.stdout.write(`  ${address}\n`)
  }
  stopOnSignal(async () => {
    await server.close()
    await platform.close()
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ConfigFault || error instanceof FolderInUse || error instanceof SealedOtherwise)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
