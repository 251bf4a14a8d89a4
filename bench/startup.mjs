// How long the program takes to start, as a ratio to an empty Node process in the same run.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bin', 'hefa.js')
const ROUNDS = 25
const LIMIT = 1.2

const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'hefa --version': [bin, '--version'],
  'hefa --help': [bin, '--help'],
  'hefa audit on a closed port': [
    bin,
    'audit',
    '--quiet',
    '--resolve',
    'dead.example.com:1:127.0.0.1',
    'dead.example.com:1',
  ],
}

const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]))
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, args] of Object.entries(COMMANDS)) {
    const start = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    // The first round warms the file cache.
    if (round > 0) times[name].push(performance.now() - start)
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const base = median(times['node -e 0'])
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name.padEnd(30)} ${median(list).toFixed(1).padStart(7)} ms  ${(median(list) / base).toFixed(2)} x`,
  )
}
const ratio = median(times['hefa --version']) / base
console.log(`startup: hefa --version takes ${ratio.toFixed(2)} times node -e 0 (limit ${LIMIT})`)
process.exitCode = ratio <= LIMIT ? 0 : 1
