#!/usr/bin/env node
// What cannot even be loaded (a broken installation, no descriptor left) is no verdict: 2, not Node's 1.
try {
  const { main } = await import('../dist/cli/main.js')
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(`hefa: ${error?.code ?? error?.name}`)
  process.exitCode = 2
}
