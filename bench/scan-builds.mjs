/**
 * Builds the small projects of `bench/builds` with the published packages of their frameworks and compares the servers
 * that a scan finds in the source with those it finds in what was built.
 *
 *   node bench/scan-builds.mjs [--only NAME]
 *
 * Needs the npm registry and a few hundred megabytes in a temporary folder; what cannot be installed is skipped with a
 * line. Scripts of packages are not run. Exit status 1 where a server of the source is not told of the build, by name
 * or as a file that was not read.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scan } from '../dist/index.js'

const builds = join(import.meta.dirname, 'builds')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : ''

async function serversIn(folder) {
  const { calls, passedOver } = await scan(folder)
  const urls = calls.flatMap((call) =>
    call.urls.map(({ text }) => /^\w+:\/\/[^/?#]+/.exec(text)?.[0] ?? text),
  )
  const open = calls.filter(({ undetermined }) => undetermined !== null).length
  return { servers: [...new Set(urls)].sort(), open, unread: passedOver.map(({ file }) => file) }
}

const run = (folder, [command, ...args]) =>
  spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 600_000 })

/** Files stand one after the other behind `--- NAME`. */
function unpack(file, folder) {
  for (const part of readFileSync(file, 'utf8').split(/^--- /m).slice(1)) {
    const end = part.indexOf('\n')
    const path = join(folder, part.slice(0, end))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, part.slice(end + 1))
  }
}

async function compared(name) {
  const folder = mkdtempSync(join(tmpdir(), `hefa-build-${name}-`))
  try {
    unpack(join(builds, `${name}.txt`), folder)
    const source = await serversIn(folder)
    const { command, output } = JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8'))
    const install = ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps']
    if (run(folder, install).status !== 0)
      return console.log(`${name}: skipped, its packages are not to be had`)
    const built = run(folder, command)
    if (built.status !== 0)
      return console.log(`${name}: skipped, it does not build: ${built.stderr.slice(-300)}`)
    const found = await serversIn(join(folder, output))
    const lost = source.servers.filter((one) => !found.servers.includes(one))
    const more = found.servers.filter((one) => !source.servers.includes(one))
    const about = `source ${source.servers.length}, build ${found.servers.length}`
    console.log(`${name}: ${about}; lost: ${lost.join(' ') || '-'}; more: ${more.join(' ') || '-'}`)
    if (found.unread.length > 0) console.log(`  not read: ${found.unread.join(' ')}`)
    if (found.open > 0) console.log(`  undetermined calls: ${found.open}`)
    if (lost.length > 0 && found.unread.length + found.open === 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const names = readdirSync(builds).map((file) => file.replace(/\.txt$/, ''))
for (const name of names) if (name.includes(only)) await compared(name)
