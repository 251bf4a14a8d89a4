#!/usr/bin/env node
// What cannot even be loaded (a broken installation, no descriptor left) is no verdict: 2, not Node's 1.
try {
  const { main } = await import('../dist/cli/main.js')
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const code = error?.code ?? error?.name
  const hint = code === 'EMFILE' ? ': too many open files, hefa needs at least 64 (ulimit -n)' : ''
  console.error(`hefa: could not start (${code})${hint}`)
  process.exitCode = 2
}
