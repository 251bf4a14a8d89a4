#!/usr/bin/env node
// What cannot even be loaded (a broken installation, no descriptor left) is no verdict: 2, not Node's 1. Nor is a run
// that comes to no end, for which Node's status is 13.
process.exitCode = 2
const tell = () => console.error('hefa: crashed: the run came to no end')
process.once('beforeExit', tell)
try {
  const { main } = await import('../dist/cli/main.js')
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const code = error?.code ?? error?.name
  const hint = code === 'EMFILE' ? ': too many open files, hefa needs at least 64 (ulimit -n)' : ''
  console.error(`hefa: could not start (${code})${hint}`)
}
process.off('beforeExit', tell)
