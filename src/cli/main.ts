/**
 * Entry point of the command line. The version is printed before anything is loaded, since it is requested most often.
 */
import { version } from '../version.js'

async function tellVersion(options: readonly string[]): Promise<number> {
  const { processIo } = await import('./io.js')
  const more = options.includes('--verbose') ? await (await import('./knowledge.js')).knowledgeText() : ''
  const told = processIo(new AbortController().signal).print(`${version()}\n${more}`)
  return told.then(
    () => 0,
    () => 2,
  )
}

/** Runs hefa and returns its exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  const end = argv.indexOf('--')
  const options = end === -1 ? argv : argv.slice(0, end)
  if (options.includes('--version') || options.includes('-V')) return tellVersion(options)
  const [{ keepCompiledCode }, { inlineLess, optimizeLater }] = await Promise.all([
    import('./compile-cache.js'),
    import('./compiler.js'),
  ])
  keepCompiledCode(process.env)
  const { run } = await import('./run.js')
  // Scanning runs much of the code for a long time: optimizing pays off.
  if (argv.includes('scan') || argv.some((arg) => arg.startsWith('--scan'))) inlineLess()
  else optimizeLater()
  return run(argv)
}
