// Runs everything in test/attack and prints one table: attack, inputs tried, result.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'hefa-attack-'))
const file = join(folder, 'results.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'attack',
    '--reporter=json',
    '--reporter=./test/reporter.ts',
    '--outputFile.json',
    file,
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
)
const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
rmSync(folder, { recursive: true })

/** One row for each `describe`, an attack; each of its tests is an input. */
const rows = new Map()
for (const { assertionResults } of testResults) {
  for (const { ancestorTitles, status, title } of assertionResults) {
    const name = ancestorTitles[0] ?? title
    const row = rows.get(name) ?? { tried: 0, skipped: 0, broke: [] }
    if (status === 'passed') row.tried += 1
    else if (status === 'failed') row.broke.push([...ancestorTitles.slice(1), title].join(' '))
    else row.skipped += 1
    rows.set(name, row)
  }
}

const width = Math.max(...[...rows.keys()].map((name) => name.length))
console.log(`${'attack'.padEnd(width)}  inputs  result`)
for (const [name, { tried, skipped, broke }] of rows) {
  const result = broke.length > 0 ? `broke: ${broke.join('; ')}` : 'held'
  const left = skipped > 0 ? ` (${skipped} not tried on this machine)` : ''
  console.log(`${name.padEnd(width)}  ${String(tried + broke.length).padStart(6)}  ${result}${left}`)
}
const unread = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
for (const { name, message } of unread) console.log(`${name}: broke: ${message}`)
process.exitCode = status === 0 && unread.length === 0 && rows.size > 0 ? 0 : 1
