const patienceMilliseconds = 15_000

/** Ends the process cleanly on Ctrl-C or TERM, with `code`; a second signal, or too long a wait, ends it at once. */
export function stopOnSignal(stop: () => Promise<void>, code = 0): void {
  let stopping = false
  const end = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), patienceMilliseconds).unref()
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`could not stop cleanly after ${signal}: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}
