import { openPlatform, readConfig, StartFault, startFaultOf } from '@nguon/server/platform'
import { openServer } from './modules.ts'
import { stopOnSignal } from './stop-on-signal.ts'

async function main(): Promise<void> {
  const options = process.argv.slice(2)
  if (options.length > 0) {
    throw new StartFault(
      `Không có tùy chọn ${options.join(' ')}: máy chủ chỉ nhận biến môi trường, xem docs/operating/install.md. (There is no such option: the server takes environment variables.)`,
    )
  }
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
  const fault = startFaultOf(error)
  if (!fault) throw error
  process.stderr.write(`${fault.message}\n`)
  // What is half open would hold the process.
  process.exit(1)
}
