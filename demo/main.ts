import { fileURLToPath } from 'node:url'
import { ArgumentFault, type DemoArguments, readArguments, usage } from './read-arguments.ts'
import { readTextFile, TextFileFault } from './read-text-file.ts'
import { languageOf, teller } from './tell.ts'

const startedAt = performance.now()
const sampleText = fileURLToPath(new URL('./sample/ban-tin.txt', import.meta.url))

/** What can be wrong with the call ends with 2; what went wrong on the journey with 1; unknown words with 3. */
async function main(): Promise<number | null> {
  const { env: environment } = process
  const language = languageOf(environment)
  let args: DemoArguments
  try {
    args = readArguments(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof ArgumentFault)) throw error
    process.stderr.write(`${error.told[language]}\n\n${usage[language]}\n`)
    return 2
  }
  const tell = teller({ language, json: args.json })
  try {
    const file = readTextFile(args.text ?? sampleText, environment['INIT_CWD'] ?? process.cwd())
    // The whole server is loaded only for a call that is right: a wrong one is told at once.
    if (args.once) {
      const { once } = await import('./once.ts')
      return await once({ file, args, language, environment, tell, startedAt })
    }
    const { live } = await import('./live.ts')
    await live({ file, args, language, environment, tell })
    return null
  } catch (error) {
    if (error instanceof TextFileFault) {
      process.stderr.write(`${error.told[language]}\n`)
      return 2
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      tell({
        vi: `Cổng ${args.port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc thêm --port 0.`,
        en: `Port ${args.port} is taken by another program. Stop that program or add --port 0.`,
      })
      return 2
    }
    const { startFaultOf } = await import('@nguon/server/platform')
    const fault = startFaultOf(error)
    if (fault) {
      process.stderr.write(`${fault.message}\n`)
      return 2
    }
    throw error
  }
}

const code = await main()
if (code !== null) process.exit(code)
